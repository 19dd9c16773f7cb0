package org.mmm.journal;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletionStage;

/** One row for each node that lives, which ends by itself, and the secrets' fingerprint. */
final class CassandraShared implements SharedStore {
  private static final Duration LIMIT = Duration.ofSeconds(5);

  private final CassandraSession session;
  private final CassandraStoreRow row;

  CassandraShared(CassandraSession session, CassandraStoreRow row) {
    this.session = session;
    this.row = row;
  }

  @Override
  public void checkSecrets(String fingerprint) {
    row.checkSecrets(fingerprint);
  }

  @Override
  public CompletionStage<Void> announce(String node, String place, Duration lives) {
    int seconds = Math.toIntExact(lives.toSeconds());
    return session
        .submit(
            "announcing node " + node,
            LIMIT,
            () ->
                session.execute(
                    "INSERT INTO $.nodes (node, place) VALUES (?, ?) USING TTL ?",
                    node,
                    place,
                    seconds))
        .thenAccept(written -> {});
  }

  @Override
  public Map<String, String> living() {
    return session.await("asking which nodes live", LIMIT, this::readWhoLives);
  }

  @Override
  public CompletionStage<Map<String, String>> askWhoLives() {
    return session.submit("asking which nodes live", LIMIT, this::readWhoLives);
  }

  private Map<String, String> readWhoLives() {
    Map<String, String> living = new TreeMap<>();
    session
        .execute("SELECT node, place FROM $.nodes")
        .forEach(one -> living.put(one.getString("node"), one.getString("place")));
    return living;
  }

  @Override
  public void withdraw(String node) {
    session.await(
        "withdrawing node " + node,
        LIMIT,
        () -> session.execute("DELETE FROM $.nodes WHERE node = ?", node));
  }
}
