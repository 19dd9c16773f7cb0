package org.mmm.world;

/** A world file that cannot be used. The message is one line: where, what, and what it must be. */
public final class WorldFileException extends Exception {
  private static final long serialVersionUID = 1L;

  WorldFileException(String message) {
    super(message);
  }
}
