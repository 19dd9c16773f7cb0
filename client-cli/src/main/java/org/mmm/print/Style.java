package org.mmm.print;

import java.util.Map;

/** Colour for people at a terminal; plain text for pipes and where NO_COLOR is set. */
public enum Style {
  PLAIN,
  COLOUR;

  /** The style for a stream, by the convention of no-color.org. */
  public static Style of(Map<String, String> environment, boolean terminal) {
    String off = environment.get("NO_COLOR");
    boolean wanted = off == null || off.isEmpty();
    return wanted && terminal && !"dumb".equals(environment.get("TERM")) ? COLOUR : PLAIN;
  }

  public String good(String text) {
    return paint(text, "32");
  }

  public String bad(String text) {
    return paint(text, "31");
  }

  public String faint(String text) {
    return paint(text, "2");
  }

  public String bold(String text) {
    return paint(text, "1");
  }

  private String paint(String text, String code) {
    return this == COLOUR ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
  }
}
