package org.mmm.frame;

/**
 * Bytes, or a text, that are no frame. The message is one line for people: what must be, what was.
 */
public final class FrameException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  FrameException(String message) {
    super(message);
  }
}
