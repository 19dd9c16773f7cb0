package org.mmm.client;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Makes parts of URLs out of IDs, which may hold any character. */
public final class Paths {
  private Paths() {}

  /** The text as one segment of a path or one value of a query. */
  public static String segment(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
