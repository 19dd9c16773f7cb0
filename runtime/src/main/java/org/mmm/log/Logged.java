package org.mmm.log;

/** The state of an entity that keeps a log. */
public interface Logged {
  /** The newest part of its activity. */
  LogTail log();
}
