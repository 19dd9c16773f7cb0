package org.mmm.federation;

/** A message is not signed as it must be; the text says what is wrong, for its sender. */
final class SignatureException extends Exception {
  private static final long serialVersionUID = 1L;

  SignatureException(String message) {
    super(message);
  }
}
