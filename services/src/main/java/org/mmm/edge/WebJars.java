package org.mmm.edge;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** Libraries for browsers, and versions, as the class path has them. */
final class WebJars {
  private WebJars() {}

  /** Where the files of a library are on the class path; ends with a slash. */
  static String directory(String group, String artifact) {
    return "/META-INF/resources/webjars/" + artifact + "/" + version(group, artifact) + "/";
  }

  private static String version(String group, String artifact) {
    String path = "/META-INF/maven/" + group + "/" + artifact + "/pom.properties";
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
