package org.mmm.journal;

import com.typesafe.config.Config;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.mmm.settings.SettingRules;

/**
 * The settings under {@code mmm.journal.cassandra}; what each means is said in {@code
 * reference.conf}.
 *
 * @throws IllegalArgumentException if a value is out of its bounds; the message names the setting,
 *     the rule and the value
 */
record CassandraSettings(
    List<String> contactPoints,
    String localDatacenter,
    String keyspace,
    Optional<String> user,
    Optional<Path> passwordFile,
    boolean createSchema,
    String consistency,
    long partitionSize,
    Duration startWithin,
    int connections,
    int maxConcurrentRequests,
    int sideThreads,
    int maxWaitingRequests,
    Duration accountKeysFreshFor) {

  private static final SettingRules RULES = new SettingRules("mmm.journal.cassandra");

  private static final Pattern CONTACT_POINT =
      Pattern.compile("(?:[A-Za-z0-9._-]{1,253}|\\[[0-9A-Fa-f:.]{2,45}]):([0-9]{1,5})");
  private static final Pattern KEYSPACE = Pattern.compile("[a-z][a-z0-9_]{0,47}");

  CassandraSettings {
    contactPoints = List.copyOf(contactPoints);
    RULES.require(
        !contactPoints.isEmpty(), "contact-points", "host:port, separated by commas", "empty");
    RULES.require(
        contactPoints.size() <= 100, "contact-points", "at most 100", contactPoints.size());
    contactPoints.forEach(
        point -> RULES.require(isContactPoint(point), "contact-points", "host:port", point));
    RULES.require(!localDatacenter.isBlank(), "local-datacenter", "a name", localDatacenter);
    RULES.require(
        KEYSPACE.matcher(keyspace).matches(),
        "keyspace",
        "a lower-case word of at most 48 letters, digits and _",
        keyspace);
    RULES.require(
        user.isPresent() == passwordFile.isPresent(),
        "user",
        "given together with password-file",
        user.orElse("none"));
    RULES.require(
        List.of("QUORUM", "LOCAL_QUORUM").contains(consistency),
        "consistency",
        "QUORUM or LOCAL_QUORUM",
        consistency);
    RULES.between("partition-size", partitionSize, 1_000, 500_000);
    RULES.between("start-within", startWithin, Duration.ofSeconds(1), Duration.ofMinutes(10));
    RULES.between("connections", connections, 1, 32);
    RULES.between("max-concurrent-requests", maxConcurrentRequests, 16, 16_384);
    RULES.between("side-threads", sideThreads, 1, 64);
    RULES.between("max-waiting-requests", maxWaitingRequests, 1, 10_000);
    RULES.between(
        "account-keys-fresh-for", accountKeysFreshFor, Duration.ofSeconds(1), Duration.ofHours(1));
  }

  /**
   * @param root a whole configuration, with {@code mmm.journal.cassandra} in it
   */
  static CassandraSettings of(Config root) {
    var c = root.getConfig("mmm.journal.cassandra");
    return new CassandraSettings(
        Arrays.stream(c.getString("contact-points").split(","))
            .map(String::strip)
            .filter(point -> !point.isEmpty())
            .toList(),
        c.getString("local-datacenter"),
        c.getString("keyspace"),
        given(c.getString("user")),
        given(c.getString("password-file")).map(Path::of),
        createSchema(c.getString("create-schema")),
        c.getString("consistency"),
        c.getLong("partition-size"),
        c.getDuration("start-within"),
        c.getInt("connections"),
        c.getInt("max-concurrent-requests"),
        c.getInt("side-threads"),
        c.getInt("max-waiting-requests"),
        c.getDuration("account-keys-fresh-for"));
  }

  /** What goes with {@link #consistency} where a write depends on what is stored. */
  String serialConsistency() {
    return consistency.equals("QUORUM") ? "SERIAL" : "LOCAL_SERIAL";
  }

  private static Optional<String> given(String text) {
    return text.isEmpty() ? Optional.empty() : Optional.of(text);
  }

  private static boolean createSchema(String word) {
    RULES.require(
        List.of("off", "dev", "false").contains(word), "create-schema", "off or dev", word);
    return word.equals("dev");
  }

  private static boolean isContactPoint(String point) {
    var parts = CONTACT_POINT.matcher(point);
    if (!parts.matches()) {
      return false;
    }
    var port = Integer.parseInt(parts.group(1));
    return port >= 1 && port <= 65_535;
  }
}
