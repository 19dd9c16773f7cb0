package org.mmm.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;

/**
 * The modules, told from where a class was compiled to, so that no list of packages has to be kept.
 */
enum Module {
  PROTOCOL("protocol"),
  RUNTIME("runtime"),
  ROOM_SHARDS("room-shards"),
  SERVICES("services"),
  CLIENT_CLI("client-cli");

  private final String directory;

  Module(String directory) {
    this.directory = directory;
  }

  /** Whether the class was compiled in this module, be it read from its classes or from its jar. */
  boolean holds(JavaClass type) {
    return type.getSource()
        .map(source -> source.getUri().toString().contains("/" + directory + "/target/"))
        .orElse(false);
  }

  DescribedPredicate<JavaClass> classes() {
    return DescribedPredicate.describe("in module " + directory, this::holds);
  }

  @Override
  public String toString() {
    return directory;
  }
}
