package org.mmm.intent;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mmm.kernel.Reply;
import org.mmm.rights.Quotas;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import org.pcollections.TreePMap;

/**
 * What a subject asked under which idempotency key, and how it was answered: refusals too, Unable
 * and Unknown never. Kept as long, and as many, as its {@link Bounds} say, and about {@link
 * #BYTES}; the derivations are not kept, they would be most of it.
 */
public final class KeyRecords {
  /**
   * How much is kept.
   *
   * @param atMost how many keys; the oldest answered ones give way
   * @param keptMillis how long a key stands for its request
   */
  public record Bounds(int atMost, long keptMillis) {
    /** Of Services, whose quotas nobody sets. */
    public static final Bounds DEFAULT = of(Quotas.DEFAULT);

    public static Bounds of(Quotas quotas) {
      return new Bounds(quotas.keyRecords(), Duration.ofHours(quotas.keyHours()).toMillis());
    }
  }

  /** How much room they may take in a snapshot of the Process. */
  static final long BYTES = 4 << 20;

  /** One key; the reply is null while the request is open, and has no derivation afterwards. */
  public record KeyRecord(
      String key, String digest, long seq, long askedMillis, @Nullable Reply reply) {
    /** Roughly how many bytes it is written in. */
    long bytes() {
      long bytes = 80L + key.length() + digest.length();
      return reply == null ? bytes : bytes + Weight.of(reply);
    }
  }

  private static final KeyRecords NONE = new KeyRecords(TreePMap.empty(), HashTreePMap.empty(), 0);

  private final TreePMap<Long, KeyRecord> bySeq;
  private final PMap<String, Long> seqByKey;
  private final long bytes;

  private KeyRecords(TreePMap<Long, KeyRecord> bySeq, PMap<String, Long> seqByKey, long bytes) {
    this.bySeq = bySeq;
    this.seqByKey = seqByKey;
    this.bytes = bytes;
  }

  public static KeyRecords none() {
    return NONE;
  }

  @JsonCreator
  static KeyRecords of(List<KeyRecord> all) {
    KeyRecords records = NONE;
    for (KeyRecord r : all) records = records.plus(r);
    return records;
  }

  @JsonValue
  List<KeyRecord> all() {
    return List.copyOf(bySeq.values());
  }

  /** What that key stands for, if anything. */
  public Optional<KeyRecord> find(String key) {
    Long seq = seqByKey.get(key);
    return seq == null ? Optional.empty() : Optional.ofNullable(bySeq.get(seq));
  }

  KeyRecords asked(String key, String digest, long seq, long now, Bounds bounds) {
    return within(bounds, now).plus(new KeyRecord(key, digest, seq, now, null));
  }

  KeyRecords answered(long seq, Reply reply) {
    KeyRecord r = bySeq.get(seq);
    if (r == null) return this;
    Reply kept = reply.with(List.of());
    return minus(r).plus(new KeyRecord(r.key(), r.digest(), seq, r.askedMillis(), kept));
  }

  KeyRecords freed(long seq) {
    KeyRecord r = bySeq.get(seq);
    return r == null ? this : minus(r);
  }

  private KeyRecords plus(KeyRecord r) {
    return new KeyRecords(
        bySeq.plus(r.seq(), r), seqByKey.plus(r.key(), r.seq()), bytes + r.bytes());
  }

  private KeyRecords minus(KeyRecord r) {
    return new KeyRecords(bySeq.minus(r.seq()), seqByKey.minus(r.key()), bytes - r.bytes());
  }

  private KeyRecords within(Bounds bounds, long now) {
    KeyRecords kept = this;
    for (KeyRecord oldest : bySeq.values()) {
      boolean tooMany = kept.bySeq.size() >= bounds.atMost() || kept.bytes > BYTES;
      if (!tooMany && now - oldest.askedMillis() <= bounds.keptMillis()) break;
      if (oldest.reply() != null) kept = kept.minus(oldest); // what is open stays
    }
    return kept;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof KeyRecords k && k.bySeq.equals(bySeq);
  }

  @Override
  public int hashCode() {
    return bySeq.hashCode();
  }
}
