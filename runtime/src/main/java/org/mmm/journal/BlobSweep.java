package org.mmm.journal;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BiPredicate;

/**
 * Removes blobs that no Item refers to any more, each in a transaction of its own so that nobody
 * waits for the whole sweep.
 */
final class BlobSweep {
  /** How many hashes are looked at in one reading; bounds the memory that a sweep takes. */
  private static final int PAGE = 1000;

  private final JournalDatabase database;
  private final Duration limit;

  BlobSweep(JournalDatabase database, Duration limit) {
    this.database = database;
    this.limit = limit;
  }

  /**
   * @param before blobs touched at this moment or later are left alone
   */
  CompletionStage<Integer> run(Instant before, BiPredicate<String, String> holds) {
    return page("", before, holds, 0);
  }

  private CompletionStage<Integer> page(
      String after, Instant before, BiPredicate<String, String> holds, int removedSoFar) {
    return database
        .read(
            "looking for unreferenced blobs",
            limit,
            connection -> candidates(connection, after, before))
        .thenCompose(
            hashes ->
                hashes.isEmpty()
                    ? CompletableFuture.completedFuture(removedSoFar)
                    : one(hashes, 0, before, holds, removedSoFar));
  }

  private CompletionStage<Integer> one(
      List<String> hashes,
      int index,
      Instant before,
      BiPredicate<String, String> holds,
      int removedSoFar) {
    if (index == hashes.size()) {
      return page(hashes.get(index - 1), before, holds, removedSoFar);
    }
    var hash = hashes.get(index);
    return database
        .read(
            "looking for who needs blob " + hash,
            limit,
            connection ->
                items(connection, hash).stream().filter(i -> !holds.test(i, hash)).toList())
        .thenCompose(
            idle ->
                database.write(
                    "sweeping blob " + hash,
                    limit,
                    connection -> remove(connection, hash, idle, before)))
        .thenCompose(
            removed -> one(hashes, index + 1, before, holds, removedSoFar + (removed ? 1 : 0)));
  }

  private static List<String> candidates(Connection connection, String after, Instant before)
      throws SQLException {
    try (var query =
        connection.prepareStatement(
            "SELECT hash FROM blob WHERE hash > ? AND touched < ? ORDER BY hash LIMIT " + PAGE)) {
      query.setString(1, after);
      query.setLong(2, before.toEpochMilli());
      try (var rows = query.executeQuery()) {
        var hashes = new ArrayList<String>();
        while (rows.next()) {
          hashes.add(rows.getString(1));
        }
        return hashes;
      }
    }
  }

  /** Nobody was asked meanwhile: bytes that were put again since are left alone. */
  private static boolean remove(
      Connection connection, String hash, List<String> idle, Instant before) throws SQLException {
    if (!isStillOld(connection, hash, before)) return false;
    for (var item : idle) {
      execute(connection, "DELETE FROM blob_reference WHERE hash = ? AND item = ?", hash, item);
    }
    return execute(
            connection,
            "DELETE FROM blob WHERE hash = ?"
                + " AND NOT EXISTS (SELECT 1 FROM blob_reference r WHERE r.hash = blob.hash)",
            hash)
        > 0;
  }

  private static boolean isStillOld(Connection connection, String hash, Instant before)
      throws SQLException {
    try (var query = connection.prepareStatement("SELECT touched FROM blob WHERE hash = ?")) {
      query.setString(1, hash);
      try (var rows = query.executeQuery()) {
        return rows.next() && rows.getLong(1) < before.toEpochMilli();
      }
    }
  }

  private static List<String> items(Connection connection, String hash) throws SQLException {
    try (var query =
        connection.prepareStatement("SELECT item FROM blob_reference WHERE hash = ?")) {
      query.setString(1, hash);
      try (var rows = query.executeQuery()) {
        var items = new ArrayList<String>();
        while (rows.next()) {
          items.add(rows.getString(1));
        }
        return items;
      }
    }
  }

  private static int execute(Connection connection, String sql, String... parameters)
      throws SQLException {
    try (var statement = connection.prepareStatement(sql)) {
      for (var i = 0; i < parameters.length; i++) {
        statement.setString(i + 1, parameters[i]);
      }
      return statement.executeUpdate();
    }
  }
}
