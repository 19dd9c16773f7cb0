package org.mmm.journal;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BiPredicate;
import java.util.function.Supplier;

/**
 * Blobs in Cassandra. Each upload is a generation of its own, with its own chunks and references: a
 * sweep claims one generation by a conditional write, after which nobody refers to it any more, and
 * what another node puts meanwhile is another generation.
 */
final class CassandraBlobs implements Blobs {
  static final int CHUNK = 64 * 1024;

  /** 16 MiB: small enough for Cassandra to compact and to stream. */
  private static final int CHUNKS_IN_A_PARTITION = 256;

  private final CassandraSession session;
  private final long maxSize;
  private final Duration limit;
  private final InstantSource clock;
  private final Supplier<UUID> generations;
  private final CassandraBlobSweep sweep;

  /**
   * @param generations names of uploads, each new
   */
  CassandraBlobs(
      CassandraSession session,
      JournalSettings settings,
      InstantSource clock,
      Supplier<UUID> generations) {
    this.session = session;
    this.maxSize = settings.maxBlobSize();
    this.limit = settings.requestTimeout();
    this.clock = clock;
    this.generations = generations;
    this.sweep = new CassandraBlobSweep(session, limit);
  }

  @Override
  public CompletionStage<BlobRef> put(byte[] bytes, String item) {
    try {
      BlobRules.check(bytes, item, maxSize);
    } catch (IllegalArgumentException e) {
      return CompletableFuture.failedFuture(e);
    }
    var ref = BlobRules.ref(bytes);
    return session.submit(
        "storing blob " + ref.hash(),
        limit,
        () -> {
          refer(ref, touched(ref).orElseGet(() -> upload(ref, bytes)), item);
          return ref;
        });
  }

  @Override
  public CompletionStage<Boolean> refer(BlobRef ref, String known, Collection<String> items) {
    return session.submit(
        "referring to blob " + ref.hash(),
        limit,
        () -> {
          for (UUID generation : whole(ref)) {
            if (!refers(ref, generation, known) || !touched(ref, generation)) continue;
            for (String item : items) refer(ref, generation, item);
            return true;
          }
          return false;
        });
  }

  @Override
  public CompletionStage<Optional<byte[]>> get(BlobRef ref) {
    return session.submit(
        "reading blob " + ref.hash(),
        limit,
        () -> {
          var whole = whole(ref);
          if (whole.isEmpty()) {
            return Optional.empty();
          }
          var bytes = read(ref, whole.get(0));
          if (BlobRules.ref(bytes).equals(ref)) {
            return Optional.of(bytes);
          }
          if (!whole(ref).equals(whole)) {
            return Optional.empty(); // swept while it was read
          }
          throw new JournalException(
              "blob " + ref.hash() + " is damaged: repair its table, or restore a backup", null);
        });
  }

  @Override
  public CompletionStage<Boolean> exists(BlobRef ref) {
    return session.submit("looking for blob " + ref.hash(), limit, () -> !whole(ref).isEmpty());
  }

  @Override
  public CompletionStage<Integer> sweep(Duration olderThan, BiPredicate<String, String> holds) {
    return sweep.run(clock.instant().minus(olderThan), holds);
  }

  /** An upload that is whole, and from now on young, so that no sweep takes it. */
  private Optional<UUID> touched(BlobRef ref) {
    return whole(ref).stream().filter(generation -> touched(ref, generation)).findFirst();
  }

  private boolean touched(BlobRef ref, UUID generation) {
    return CassandraStoreRow.applied(
        session
            .execute(
                "UPDATE $.blobs SET touched = ? WHERE hash = ? AND generation = ?"
                    + " IF whole = true",
                clock.instant(),
                ref.hash(),
                generation)
            .one());
  }

  private UUID upload(BlobRef ref, byte[] bytes) {
    var generation = generations.get();
    // Before the chunks: an upload that is not finished is found and swept by this row.
    session.execute(
        "INSERT INTO $.blobs (hash, generation, length, touched, whole)"
            + " VALUES (?, ?, ?, ?, false) IF NOT EXISTS",
        ref.hash(),
        generation,
        ref.length(),
        clock.instant());
    for (int from = 0, number = 0; from < bytes.length; from += CHUNK, number++) {
      session.execute(
          "INSERT INTO $.blob_chunks (hash, generation, part, number, data) VALUES (?, ?, ?, ?, ?)",
          ref.hash(),
          generation,
          number / CHUNKS_IN_A_PARTITION,
          number,
          ByteBuffer.wrap(bytes, from, Math.min(CHUNK, bytes.length - from)));
    }
    var finished =
        session
            .execute(
                "UPDATE $.blobs SET whole = true WHERE hash = ? AND generation = ?"
                    + " IF whole = false",
                ref.hash(),
                generation)
            .one();
    if (!CassandraStoreRow.applied(finished)) {
      throw new JournalException(
          "blob " + ref.hash() + " was swept while it was stored: store it again", null);
    }
    return generation;
  }

  private void refer(BlobRef ref, UUID generation, String item) {
    session.execute(
        "INSERT INTO $.blob_references (hash, generation, item) VALUES (?, ?, ?)"
            + " USING TIMESTAMP ?",
        ref.hash(),
        generation,
        item,
        CassandraBlobSweep.micros(clock.instant()));
  }

  private boolean refers(BlobRef ref, UUID generation, String item) {
    return session
            .execute(
                "SELECT item FROM $.blob_references WHERE hash = ? AND generation = ?"
                    + " AND item = ?",
                ref.hash(),
                generation,
                item)
            .one()
        != null;
  }

  /** The uploads that can be read; more than one if it was put on several nodes at once. */
  private List<UUID> whole(BlobRef ref) {
    List<UUID> whole = new ArrayList<>();
    for (var row :
        session.execute(
            "SELECT generation, length, whole FROM $.blobs WHERE hash = ?", ref.hash())) {
      UUID generation = row.getUuid("generation");
      boolean fits = row.getBoolean("whole") && row.getLong("length") == ref.length();
      if (fits && generation != null) whole.add(generation);
    }
    return whole;
  }

  private byte[] read(BlobRef ref, UUID generation) {
    var bytes = new ByteArrayOutputStream((int) ref.length());
    for (var part = 0; part < parts(ref.length()); part++) {
      for (var row :
          session.execute(
              "SELECT data FROM $.blob_chunks WHERE hash = ? AND generation = ? AND part = ?",
              ref.hash(),
              generation,
              part)) {
        var data = row.getByteBuffer("data");
        if (data != null) {
          bytes.writeBytes(CassandraStoreRow.bytes(data));
        }
      }
    }
    return bytes.toByteArray();
  }

  /** In how many partitions the chunks of so many bytes are. */
  static int parts(long length) {
    var inAPartition = (long) CHUNK * CHUNKS_IN_A_PARTITION;
    return (int) ((length + inAPartition - 1) / inAPartition);
  }
}
