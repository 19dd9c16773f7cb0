package org.mmm.federation;

import java.util.LinkedHashMap;
import java.util.Map;
import org.mmm.ipp.SignatureException;

/**
 * Which nonces of one peer were seen, as long as a signature with them could be taken. Not for
 * several threads.
 */
final class NonceWindow {
  private final int atMost;
  private final Map<String, Long> goneAfter = new LinkedHashMap<>();

  /**
   * @param atMost nonces that are remembered; who sends more in that time is refused
   */
  NonceWindow(int atMost) {
    this.atMost = atMost;
  }

  /**
   * Remembers a nonce.
   *
   * @param until seconds since 1970, when no signature with it is taken any more
   * @param now seconds since 1970
   * @throws SignatureException if it was seen before, or too many are remembered
   */
  void take(String nonce, long until, long now) throws SignatureException {
    goneAfter.values().removeIf(end -> end < now);
    if (goneAfter.containsKey(nonce)) {
      throw new SignatureException("the nonce " + nonce + " was used before");
    }
    if (goneAfter.size() >= atMost) {
      throw new SignatureException(
          "more than "
              + atMost
              + " signatures are valid at once: send less, or sign for less long");
    }
    goneAfter.put(nonce, until);
  }

  int size() {
    return goneAfter.size();
  }
}
