package org.mmm.federation;

import java.util.HexFormat;
import java.util.List;
import org.mmm.kernel.Ambient;

/** What M-Instances sign, and for how long it is good. */
final class Terms {
  /** The version of the protocol between Resolution Services that is spoken here. */
  static final String VERSION = "mmm-ipp-1";

  static final String VERSION_FIELD = "mmm-version";
  static final String DESTINATION_FIELD = "mmm-destination";

  /** For what a request is signed, and an answer. */
  static final String REQUEST = "mmm-ipp-request";

  static final String ANSWER = "mmm-ipp-answer";

  static final List<String> OF_REQUEST =
      List.of(
          "@method", "@authority", "@path", ContentDigest.FIELD, DESTINATION_FIELD, VERSION_FIELD);

  /** An answer is to that very request: its signature is signed too. */
  static final List<String> OF_ANSWER =
      List.of("@status", ContentDigest.FIELD, "@method;req", "@path;req", "signature;req");

  /** Seconds for which a signature is good, at most. */
  static final long LONGEST = 60;

  private static final long GOOD_FOR = 30;
  private static final int NONCE_BYTES = 16;

  private Terms() {}

  static SignatureTerms now(List<String> components, String tag, String keyId, Ambient ambient) {
    long now = ambient.millis() / 1_000;
    String nonce = HexFormat.of().formatHex(ambient.random(NONCE_BYTES));
    return new SignatureTerms(components, now, now + GOOD_FOR, nonce, keyId, tag);
  }
}
