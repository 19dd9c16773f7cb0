package org.mmm.print;

/** How data is printed: for people, for scripts, for files. */
public enum Format {
  table,
  json,
  yaml
}
