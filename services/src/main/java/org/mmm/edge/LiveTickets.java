package org.mmm.edge;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.mmm.kernel.Ambient;

/**
 * Tickets to live Rooms: {@code
 * t1.<keyId>.<process>.<tokenId>.<tokenExpiry>.<room>.<persona>.<expiry>.<nonce>.<MAC>}, the IDs in
 * base64url, the times in epoch milliseconds. Any node that shares the secrets takes them, so that
 * it matters not to which one a client is led; each takes one once.
 */
final class LiveTickets {
  /**
   * What a ticket says.
   *
   * @param token with which it was asked for
   * @param room which place may be watched
   * @param persona which may be steered there; null if none
   */
  record Ticket(Token token, String room, @Nullable String persona) {}

  /** So many used ones are remembered; each only as long as it would be valid. */
  private static final int USED_AT_MOST = 100_000;

  private static final int LONGEST = 2_048;
  private static final int NONCE_BYTES = 12;
  private static final int PARTS = 10;

  private final Secrets secrets;
  private final Ambient ambient;
  private final Duration lifetime;
  private final Map<String, Long> used = new ConcurrentHashMap<>();

  LiveTickets(Secrets secrets, Ambient ambient, Duration lifetime) {
    this.secrets = secrets;
    this.ambient = ambient;
    this.lifetime = lifetime;
  }

  /** When a ticket that is issued now runs out, epoch milliseconds. */
  long expiry() {
    return ambient.millis() + lifetime.toMillis();
  }

  String issue(Ticket ticket, long expiry) {
    String persona = ticket.persona() == null ? "" : ticket.persona();
    String text =
        String.join(
            ".",
            "t1",
            secrets.signingId(),
            text(ticket.token().process()),
            text(ticket.token().id()),
            Long.toString(ticket.token().expiry()),
            text(ticket.room()),
            text(persona),
            Long.toString(expiry),
            Secrets.text(ambient.random(NONCE_BYTES)));
    return text + "." + secrets.sign(secrets.signingId(), text).orElseThrow();
  }

  /** What the ticket says; empty if it is not one of ours, has run out, or was used here before. */
  Optional<Ticket> redeem(String ticket) {
    if (ticket.length() > LONGEST) return Optional.empty();
    String[] parts = ticket.split("\\.", -1);
    if (parts.length != PARTS || !parts[0].equals("t1")) return Optional.empty();
    String signed = ticket.substring(0, ticket.lastIndexOf('.'));
    boolean ours =
        secrets.sign(parts[1], signed).filter(mac -> Secrets.same(mac, parts[9])).isPresent();
    if (!ours) return Optional.empty();
    long now = ambient.millis();
    long expiry = Long.parseLong(parts[7]);
    if (expiry <= now || !useOnce(parts[8], expiry, now)) return Optional.empty();
    String persona = id(parts[6]);
    return Optional.of(
        new Ticket(
            new Token(id(parts[2]), id(parts[3]), Long.parseLong(parts[4])),
            id(parts[5]),
            persona.isEmpty() ? null : persona));
  }

  private boolean useOnce(String nonce, long expiry, long now) {
    if (used.size() >= USED_AT_MOST) used.values().removeIf(until -> until <= now);
    return used.size() < USED_AT_MOST && used.putIfAbsent(nonce, expiry) == null;
  }

  private static String text(String id) {
    return Secrets.text(id.getBytes(UTF_8));
  }

  private static String id(String text) {
    return new String(Base64.getUrlDecoder().decode(text), UTF_8);
  }
}
