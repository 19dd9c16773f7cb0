package org.mmm.journal;

import java.io.ByteArrayOutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BiPredicate;

/** Blobs in the embedded database, in chunks: a whole one would not fit into a row. */
final class StoredBlobs implements Blobs {
  static final int CHUNK = 64 * 1024;

  private final JournalDatabase database;
  private final long maxSize;
  private final Duration limit;
  private final InstantSource clock;
  private final BlobSweep sweep;

  StoredBlobs(JournalDatabase database, JournalSettings settings, InstantSource clock) {
    this.database = database;
    this.maxSize = settings.maxBlobSize();
    this.limit = settings.requestTimeout();
    this.clock = clock;
    this.sweep = new BlobSweep(database, limit);
  }

  @Override
  public CompletionStage<BlobRef> put(byte[] bytes, String item) {
    try {
      BlobRules.check(bytes, item, maxSize);
    } catch (IllegalArgumentException e) {
      return CompletableFuture.failedFuture(e);
    }
    var ref = BlobRules.ref(bytes);
    return database.write(
        "storing blob " + ref.hash(),
        limit,
        connection -> {
          if (!touch(connection, ref)) {
            insert(connection, ref, bytes);
          }
          refer(connection, ref, item);
          return ref;
        });
  }

  @Override
  public CompletionStage<Boolean> refer(BlobRef ref, String known, Collection<String> items) {
    return database.write(
        "referring to blob " + ref.hash(),
        limit,
        connection -> {
          if (!stored(connection, ref) || !refers(connection, ref, known)) return false;
          touch(connection, ref);
          for (String item : items) refer(connection, ref, item);
          return true;
        });
  }

  @Override
  public CompletionStage<Optional<byte[]>> get(BlobRef ref) {
    return database.read(
        "reading blob " + ref.hash(),
        limit,
        connection -> {
          if (!stored(connection, ref)) {
            return Optional.empty();
          }
          var bytes = read(connection, ref);
          if (!BlobRules.ref(bytes).equals(ref)) {
            throw new JournalException(
                "blob " + ref.hash() + " is damaged on disk: restore it from a backup", null);
          }
          return Optional.of(bytes);
        });
  }

  @Override
  public CompletionStage<Boolean> exists(BlobRef ref) {
    return database.read(
        "looking for blob " + ref.hash(), limit, connection -> stored(connection, ref));
  }

  @Override
  public CompletionStage<Integer> sweep(Duration olderThan, BiPredicate<String, String> holds) {
    return sweep.run(clock.instant().minus(olderThan), holds);
  }

  private boolean touch(Connection connection, BlobRef ref) throws SQLException {
    try (var update = connection.prepareStatement("UPDATE blob SET touched = ? WHERE hash = ?")) {
      update.setLong(1, clock.millis());
      update.setString(2, ref.hash());
      return update.executeUpdate() == 1;
    }
  }

  private void insert(Connection connection, BlobRef ref, byte[] bytes) throws SQLException {
    try (var blob =
        connection.prepareStatement("INSERT INTO blob (hash, length, touched) VALUES (?, ?, ?)")) {
      blob.setString(1, ref.hash());
      blob.setLong(2, ref.length());
      blob.setLong(3, clock.millis());
      blob.executeUpdate();
    }
    try (var chunk =
        connection.prepareStatement(
            "INSERT INTO blob_chunk (hash, number, data) VALUES (?, ?, ?)")) {
      for (int from = 0, number = 0; from < bytes.length; from += CHUNK, number++) {
        chunk.setString(1, ref.hash());
        chunk.setInt(2, number);
        chunk.setBytes(3, Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + CHUNK)));
        chunk.executeUpdate();
      }
    }
  }

  private static void refer(Connection connection, BlobRef ref, String item) throws SQLException {
    try (var merge =
        connection.prepareStatement(
            "INSERT OR IGNORE INTO blob_reference (hash, item) VALUES (?, ?)")) {
      merge.setString(1, ref.hash());
      merge.setString(2, item);
      merge.executeUpdate();
    }
  }

  private static boolean refers(Connection connection, BlobRef ref, String item)
      throws SQLException {
    try (var query =
        connection.prepareStatement("SELECT 1 FROM blob_reference WHERE hash = ? AND item = ?")) {
      query.setString(1, ref.hash());
      query.setString(2, item);
      try (var rows = query.executeQuery()) {
        return rows.next();
      }
    }
  }

  private static boolean stored(Connection connection, BlobRef ref) throws SQLException {
    try (var query =
        connection.prepareStatement("SELECT 1 FROM blob WHERE hash = ? AND length = ?")) {
      query.setString(1, ref.hash());
      query.setLong(2, ref.length());
      try (var rows = query.executeQuery()) {
        return rows.next();
      }
    }
  }

  private static byte[] read(Connection connection, BlobRef ref) throws SQLException {
    var bytes = new ByteArrayOutputStream((int) ref.length());
    try (var query =
        connection.prepareStatement("SELECT data FROM blob_chunk WHERE hash = ? ORDER BY number")) {
      query.setString(1, ref.hash());
      try (var rows = query.executeQuery()) {
        while (rows.next()) {
          bytes.writeBytes(rows.getBytes(1));
        }
      }
    }
    return bytes.toByteArray();
  }
}
