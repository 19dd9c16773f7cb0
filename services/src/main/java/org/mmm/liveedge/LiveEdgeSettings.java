package org.mmm.liveedge;

import com.typesafe.config.Config;
import java.net.URI;
import java.time.Duration;
import org.mmm.settings.SettingRules;

/**
 * How clients watch live Rooms; read from {@code mmm.live.edge}.
 *
 * @param host the address to listen at; empty: that of the MMM-API
 * @param port 0 to 65535; 0 for any free one
 * @param publicUrl where clients find it, such as {@code wss://live.example.org/live}; empty: at
 *     the host by which they asked for the ticket
 * @param threads that serve the sockets, 1 to 64
 * @param ticketLifetime how long a ticket can be redeemed, from 1 s to 10 min
 * @param socketsAtMost open sockets of this node, 1 to 1,000,000
 * @param waitingAtMost bytes that wait for one client before frames are left out, 4 KiB to 16 MiB
 * @param inputRate messages a second from one client, 1 to 1,000
 * @param silentAfter how long a client may say nothing, not even that it is there, from 100 ms to 5
 *     min; it is asked three times as often
 * @param checkEvery how often it is asked whether a client may still watch, from 100 ms to 10 min
 * @param gather how long input gathers before it is read, 0 to 20 ms
 */
public record LiveEdgeSettings(
    String host,
    int port,
    String publicUrl,
    int threads,
    Duration ticketLifetime,
    int socketsAtMost,
    int waitingAtMost,
    int inputRate,
    Duration silentAfter,
    Duration checkEvery,
    Duration gather) {
  private static final SettingRules RULES = new SettingRules("mmm.live.edge");

  /**
   * @throws IllegalArgumentException if a value breaks its rule; names it, the rule and the value
   */
  public LiveEdgeSettings {
    RULES.between("port", port, 0, 65_535);
    RULES.require(
        publicUrl.isEmpty() || isSocketUrl(publicUrl),
        "public-url",
        "a URL that begins with ws:// or wss://, or empty",
        publicUrl);
    RULES.between("threads", threads, 1, 64);
    RULES.between("ticket-lifetime", ticketLifetime, Duration.ofSeconds(1), Duration.ofMinutes(10));
    RULES.between("sockets-at-most", socketsAtMost, 1, 1_000_000);
    RULES.bytesBetween("waiting-at-most", waitingAtMost, 4 << 10, 16 << 20);
    RULES.between("input-rate", inputRate, 1, 1_000);
    RULES.between("silent-after", silentAfter, Duration.ofMillis(100), Duration.ofMinutes(5));
    RULES.between("check-every", checkEvery, Duration.ofMillis(100), Duration.ofMinutes(10));
    RULES.between("gather", gather, Duration.ZERO, Duration.ofMillis(20));
  }

  /**
   * @param root a whole configuration
   * @throws IllegalArgumentException if a value breaks its rule
   */
  public static LiveEdgeSettings of(Config root) {
    Config c = root.getConfig("mmm.live.edge");
    return new LiveEdgeSettings(
        c.getString("host"),
        c.getInt("port"),
        c.getString("public-url"),
        c.getInt("threads"),
        c.getDuration("ticket-lifetime"),
        c.getInt("sockets-at-most"),
        Math.toIntExact(Math.min(c.getBytes("waiting-at-most"), Integer.MAX_VALUE)),
        c.getInt("input-rate"),
        c.getDuration("silent-after"),
        c.getDuration("check-every"),
        c.getDuration("gather"));
  }

  private static boolean isSocketUrl(String text) {
    try {
      URI uri = URI.create(text);
      return uri.getHost() != null && text.matches("wss?://.*");
    } catch (IllegalArgumentException noUri) {
      return false;
    }
  }
}
