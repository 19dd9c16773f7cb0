package org.mmm.edge;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** Versions, as the class path has them. */
final class WebJars {
  private WebJars() {}

  /** The version of that library of {@code org.webjars}. */
  static String version(String artifact) {
    String path = "/META-INF/maven/org.webjars/" + artifact + "/pom.properties";
    try (InputStream in = WebJars.class.getResourceAsStream(path)) {
      if (in == null) throw new IllegalStateException(path + " is not on the class path");
      Properties properties = new Properties();
      properties.load(in);
      return properties.getProperty("version");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The version of this program; "dev" when it runs from its classes. */
  static String ownVersion() {
    String version = WebJars.class.getPackage().getImplementationVersion();
    return version == null ? "dev" : version;
  }
}
