package org.mmm.edge;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.Base64;
import java.util.Optional;

/**
 * Bearer tokens {@code v1.<keyId>.<process>.<tokenId>.<expiry>.<MAC>}, checked on any node without
 * asking anyone; whether its Process still takes it is for the Process to say. The ProcessID is in
 * base64url, the expiry in epoch seconds, the MAC is HMAC-SHA256 of all before it.
 */
final class Tokens {
  /** The tokens of one Register are the same in each replay, so their end is set to this grid. */
  private static final Duration GRID = Duration.ofDays(30);

  private static final int LONGEST = 1_024;

  private final Secrets secrets;
  private final Duration lifetime;

  Tokens(Secrets secrets, Duration lifetime) {
    this.secrets = secrets;
    this.lifetime = lifetime;
  }

  /** A new token that lives as long as the settings say. */
  String issue(String process, String id, long nowMillis) {
    return make(process, id, (nowMillis + lifetime.toMillis()) / 1_000);
  }

  /** The token of a Register: the same in every replay of it. */
  String replayable(String process, String id, long nowMillis) {
    long grid = GRID.toMillis();
    return make(process, id, (nowMillis / grid * grid + grid + lifetime.toMillis()) / 1_000);
  }

  private String make(String process, String id, long expirySeconds) {
    String text =
        "v1."
            + secrets.signingId()
            + "."
            + Secrets.text(process.getBytes(UTF_8))
            + "."
            + id
            + "."
            + expirySeconds;
    return text + "." + secrets.sign(secrets.signingId(), text).orElseThrow();
  }

  /** What the token says; empty if it is not one of ours, or has run out. */
  Optional<Token> read(String token, long nowMillis) {
    if (token.length() > LONGEST) return Optional.empty();
    String[] parts = token.split("\\.", -1);
    if (parts.length != 6 || !parts[0].equals("v1")) return Optional.empty();
    String signed = token.substring(0, token.lastIndexOf('.'));
    boolean ours =
        secrets.sign(parts[1], signed).filter(mac -> Secrets.same(mac, parts[5])).isPresent();
    if (!ours) return Optional.empty();
    long expiry = Long.parseLong(parts[4]) * 1_000;
    if (expiry <= nowMillis) return Optional.empty();
    String process = new String(Base64.getUrlDecoder().decode(parts[2]), UTF_8);
    return Optional.of(new Token(process, parts[3], expiry));
  }
}
