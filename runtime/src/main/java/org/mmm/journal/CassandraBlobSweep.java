package org.mmm.journal;

import static java.util.Objects.requireNonNull;

import com.datastax.oss.driver.api.core.cql.Row;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BiPredicate;

/**
 * Removes uploads that no Item refers to any more, and those that were never finished, blob by
 * blob, so that nobody waits for the whole sweep. Wherever it is killed, the next one goes on.
 */
final class CassandraBlobSweep {
  /** How many hashes are looked at in one reading; bounds the memory that a sweep takes. */
  private static final int PAGE = 1000;

  private record Upload(String hash, UUID generation, long length, Instant touched) {
    static Upload of(Row row) {
      return new Upload(
          requireNonNull(row.getString("hash")),
          requireNonNull(row.getUuid("generation")),
          row.getLong("length"),
          requireNonNull(row.getInstant("touched")));
    }
  }

  private final CassandraSession session;
  private final Duration limit;

  CassandraBlobSweep(CassandraSession session, Duration limit) {
    this.session = session;
    this.limit = limit;
  }

  /**
   * Sweeps once.
   *
   * @param before uploads touched at this moment or later are left alone
   */
  CompletionStage<Integer> run(Instant before, BiPredicate<String, String> holds) {
    return session
        .submit(
            "looking for unreferenced blobs",
            limit,
            () -> hashes("SELECT DISTINCT hash FROM $.blobs LIMIT " + PAGE))
        .thenCompose(hashes -> one(hashes, 0, before, holds, 0));
  }

  private CompletionStage<Integer> one(
      List<String> hashes,
      int index,
      Instant before,
      BiPredicate<String, String> holds,
      int removedSoFar) {
    if (index == hashes.size()) {
      return hashes.size() < PAGE
          ? CompletableFuture.completedFuture(removedSoFar)
          : next(hashes.get(index - 1), before, holds, removedSoFar);
    }
    var hash = hashes.get(index);
    return session
        .submit("sweeping blob " + hash, limit, () -> sweep(hash, before, holds))
        .thenCompose(removed -> one(hashes, index + 1, before, holds, removedSoFar + removed));
  }

  /** By token, which is the order in which Cassandra keeps them. */
  private CompletionStage<Integer> next(
      String after, Instant before, BiPredicate<String, String> holds, int removedSoFar) {
    return session
        .submit(
            "looking for unreferenced blobs",
            limit,
            () ->
                hashes(
                    "SELECT DISTINCT hash FROM $.blobs WHERE token(hash) > token(?) LIMIT " + PAGE,
                    after))
        .thenCompose(hashes -> one(hashes, 0, before, holds, removedSoFar));
  }

  private List<String> hashes(String cql, Object... values) {
    var hashes = new ArrayList<String>();
    session.execute(cql, values).forEach(row -> hashes.add(requireNonNull(row.getString(0))));
    return hashes;
  }

  private int sweep(String hash, Instant before, BiPredicate<String, String> holds) {
    var removed = 0;
    for (var row :
        session.execute(
            "SELECT hash, generation, length, touched FROM $.blobs WHERE hash = ?", hash)) {
      var upload = Upload.of(row);
      if (upload.touched().isBefore(before)
          && !isReferred(upload, before, holds)
          && claimed(upload)) {
        remove(upload);
        removed++;
      }
    }
    return removed;
  }

  /** Whether an Item holds it; references that no longer hold, and are as old, are removed. */
  private boolean isReferred(Upload upload, Instant before, BiPredicate<String, String> holds) {
    var referred = false;
    for (var row :
        session.execute(
            "SELECT item FROM $.blob_references WHERE hash = ? AND generation = ?",
            upload.hash(),
            upload.generation())) {
      var item = requireNonNull(row.getString("item"));
      if (holds.test(item, upload.hash())) {
        referred = true;
        continue;
      }
      // As of then: what the Item notes again at this moment stays.
      session.execute(
          "DELETE FROM $.blob_references USING TIMESTAMP ?"
              + " WHERE hash = ? AND generation = ? AND item = ?",
          micros(before),
          upload.hash(),
          upload.generation(),
          item);
    }
    return referred;
  }

  /** As Cassandra counts: microseconds since 1970. */
  static long micros(Instant instant) {
    return instant.getEpochSecond() * 1_000_000 + instant.getNano() / 1_000;
  }

  /**
   * Whether it has not been touched since it was read. From then on nobody can touch it, so nobody
   * will refer to it.
   */
  private boolean claimed(Upload upload) {
    var claim =
        session
            .execute(
                "UPDATE $.blobs SET whole = false WHERE hash = ? AND generation = ?"
                    + " IF touched = ?",
                upload.hash(),
                upload.generation(),
                upload.touched())
            .one();
    return CassandraStoreRow.applied(claim);
  }

  private void remove(Upload upload) {
    for (var part = 0; part < CassandraBlobs.parts(upload.length()); part++) {
      session.execute(
          "DELETE FROM $.blob_chunks WHERE hash = ? AND generation = ? AND part = ?",
          upload.hash(),
          upload.generation(),
          part);
    }
    session.execute(
        "DELETE FROM $.blob_references WHERE hash = ? AND generation = ?",
        upload.hash(),
        upload.generation());
    // Last, because the next sweep finds by it what this one left.
    session.execute(
        "DELETE FROM $.blobs WHERE hash = ? AND generation = ? IF EXISTS",
        upload.hash(),
        upload.generation());
  }
}
