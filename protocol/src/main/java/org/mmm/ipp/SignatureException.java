package org.mmm.ipp;

/** A message is not signed as it must be; the text says what is wrong, for its sender. */
public final class SignatureException extends Exception {
  private static final long serialVersionUID = 1L;

  public SignatureException(String message) {
    super(message);
  }
}
