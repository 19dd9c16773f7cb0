package org.mmm.federation;

import com.typesafe.config.Config;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.mmm.ipp.InstanceId;
import org.mmm.resolution.ResolutionSettings;
import org.mmm.settings.SettingRules;

/**
 * How this M-Instance speaks with others; read from {@code mmm.federation}.
 *
 * @param id its ID, a host name with a port if that is not 443; empty: it speaks with no other
 * @param keyFile where its keys are; empty: in the data directory
 * @param allow M-Instances that are allowed without the operator's word
 * @param plainHttp M-Instances that are reached without encryption, besides those of this machine
 * @param privateAddresses whether M-Instances may be at addresses that are not public
 * @param messageLifetime how long a Message waits for an M-Instance that is not there, from 1 s to
 *     30 days
 * @param lettersAtMost letters that wait in one of the 8 lanes to an M-Instance, 1 to 100,000
 * @param arrivalsAtMost messages that are remembered in one of the 16 lanes from an M-Instance, 10
 *     to 100,000
 * @param inFlightPerPeer Process Actions of one M-Instance on their way at this node, 1 to 10,000
 * @param perMinute Process Actions of one M-Instance that this node takes a minute, 1 to 1,000,000
 * @param requestWithin how long one exchange may take, from 100 ms to 60 s
 * @param documentFor how long a document of another M-Instance is good, from 1 s to 24 hours
 * @param retryAtMost the longest pause after failures, from 100 ms to 1 hour
 * @param clockSkew by how much clocks may differ, 0 to 60 s
 * @param visitAtMost how long a visitor may watch live by one ticket, from 1 s to 24 hours
 * @param wakeEvery how often letters are looked for that wait at nodes which were lost, from 1 s to
 *     24 hours
 */
public record FederationSettings(
    String id,
    String keyFile,
    List<PeerPattern> allow,
    List<PeerPattern> plainHttp,
    boolean privateAddresses,
    Duration messageLifetime,
    int lettersAtMost,
    int arrivalsAtMost,
    int inFlightPerPeer,
    int perMinute,
    Duration requestWithin,
    Duration documentFor,
    Duration retryAtMost,
    Duration clockSkew,
    Duration visitAtMost,
    Duration wakeEvery) {
  private static final String PATH = "mmm.federation";
  private static final SettingRules RULES = new SettingRules(PATH);

  /**
   * @throws IllegalArgumentException if a value breaks its rule; names it, the rule and the value
   */
  public FederationSettings {
    if (!id.isEmpty()) id = named("id", id, InstanceId::new).name();
    allow = List.copyOf(allow);
    plainHttp = List.copyOf(plainHttp);
    RULES.between("message-lifetime", messageLifetime, Duration.ofSeconds(1), Duration.ofDays(30));
    RULES.between("letters-at-most", lettersAtMost, 1, 100_000);
    RULES.between("arrivals-at-most", arrivalsAtMost, 10, 100_000);
    RULES.between("in-flight-per-peer", inFlightPerPeer, 1, 10_000);
    RULES.between("per-minute", perMinute, 1, 1_000_000);
    RULES.between("request-within", requestWithin, Duration.ofMillis(100), Duration.ofSeconds(60));
    RULES.between("document-for", documentFor, Duration.ofSeconds(1), Duration.ofDays(1));
    RULES.between("retry-at-most", retryAtMost, Duration.ofMillis(100), Duration.ofHours(1));
    RULES.between("clock-skew", clockSkew, Duration.ZERO, Duration.ofSeconds(60));
    RULES.between("visit-at-most", visitAtMost, Duration.ofSeconds(1), Duration.ofDays(1));
    RULES.between("wake-every", wakeEvery, Duration.ofSeconds(1), Duration.ofDays(1));
  }

  /**
   * @param root a whole configuration
   * @throws IllegalArgumentException if a value breaks its rule
   */
  public static FederationSettings of(Config root) {
    Config c = root.getConfig(PATH);
    return new FederationSettings(
        c.getString("id"),
        c.getString("key-file"),
        patterns("allow", c.getString("allow")),
        patterns("plain-http", c.getString("plain-http")),
        c.getBoolean("private-addresses"),
        c.getDuration("message-lifetime"),
        c.getInt("letters-at-most"),
        c.getInt("arrivals-at-most"),
        c.getInt("in-flight-per-peer"),
        c.getInt("per-minute"),
        c.getDuration("request-within"),
        c.getDuration("document-for"),
        c.getDuration("retry-at-most"),
        c.getDuration("clock-skew"),
        c.getDuration("visit-at-most"),
        c.getDuration("wake-every"));
  }

  /** Whether this M-Instance speaks with others at all. */
  public boolean on() {
    return !id.isEmpty();
  }

  /** Its ID. */
  public InstanceId self() {
    return new InstanceId(id);
  }

  /** Whether that M-Instance is reached without encryption. */
  boolean plain(InstanceId peer) {
    return peer.isLoopback() || plainHttp.stream().anyMatch(p -> p.matches(peer));
  }

  /** What of it the Resolution Service holds to. */
  public ResolutionSettings resolution() {
    return new ResolutionSettings(id, this::allows, messageLifetime, lettersAtMost, arrivalsAtMost);
  }

  private boolean allows(String peer) {
    try {
      InstanceId named = new InstanceId(peer);
      return allow.stream().anyMatch(p -> p.matches(named));
    } catch (IllegalArgumentException noInstance) {
      return false;
    }
  }

  private static List<PeerPattern> patterns(String key, String text) {
    List<PeerPattern> all = new ArrayList<>();
    for (String one : text.split("[,\\s]+")) {
      if (!one.isEmpty()) all.add(named(key, one, PeerPattern::new));
    }
    return all;
  }

  private static <T> T named(String key, String text, Function<String, T> value) {
    try {
      return value.apply(text);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(PATH + "." + key + ": " + e.getMessage(), e);
    }
  }
}
