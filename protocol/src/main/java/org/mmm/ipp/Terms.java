package org.mmm.ipp;

import java.util.List;

/** What M-Instances sign, and for how long it is good. */
public final class Terms {
  /** The version of the protocol between Resolution Services that is spoken here. */
  public static final String VERSION = "mmm-ipp-1";

  public static final String VERSION_FIELD = "mmm-version";
  public static final String DESTINATION_FIELD = "mmm-destination";

  /** For what a request is signed, and an answer. */
  public static final String REQUEST = "mmm-ipp-request";

  public static final String ANSWER = "mmm-ipp-answer";

  public static final List<String> OF_REQUEST =
      List.of(
          "@method", "@authority", "@path", ContentDigest.FIELD, DESTINATION_FIELD, VERSION_FIELD);

  /** An answer is to that very request: its signature is signed too. */
  public static final List<String> OF_ANSWER =
      List.of("@status", ContentDigest.FIELD, "@method;req", "@path;req", "signature;req");

  /** Seconds for which a signature is good, at most. */
  public static final long LONGEST = 60;

  private static final long GOOD_FOR = 30;

  private Terms() {}

  /**
   * Good from now on, for half a minute.
   *
   * @param now seconds since 1970
   * @param nonce never used before with that key
   */
  public static SignatureTerms from(
      long now, List<String> components, String tag, String keyId, String nonce) {
    return new SignatureTerms(components, now, now + GOOD_FOR, nonce, keyId, tag);
  }
}
