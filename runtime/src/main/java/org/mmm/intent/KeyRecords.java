package org.mmm.intent;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mmm.kernel.Reply;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import org.pcollections.TreePMap;

/**
 * What a subject asked under which idempotency key, and how it was answered: refusals too, Unable
 * and Unknown never. Kept for {@link #KEPT_MILLIS}, at most {@link #AT_MOST}.
 */
public final class KeyRecords {
  /** How long a key stands for its request: 24 h. */
  public static final long KEPT_MILLIS = 24 * 3_600_000L;

  /** How many keys one Process may have; the oldest answered ones give way. */
  public static final int AT_MOST = 10_000;

  /** One key; the reply is null while the request is open. */
  public record KeyRecord(
      String key, String digest, long seq, long askedMillis, @Nullable Reply reply) {}

  private static final KeyRecords NONE = new KeyRecords(TreePMap.empty(), HashTreePMap.empty());

  private final TreePMap<Long, KeyRecord> bySeq;
  private final PMap<String, Long> seqByKey;

  private KeyRecords(TreePMap<Long, KeyRecord> bySeq, PMap<String, Long> seqByKey) {
    this.bySeq = bySeq;
    this.seqByKey = seqByKey;
  }

  public static KeyRecords none() {
    return NONE;
  }

  @JsonCreator
  static KeyRecords of(List<KeyRecord> all) {
    TreePMap<Long, KeyRecord> bySeq = TreePMap.empty();
    PMap<String, Long> seqByKey = HashTreePMap.empty();
    for (KeyRecord r : all) {
      bySeq = bySeq.plus(r.seq(), r);
      seqByKey = seqByKey.plus(r.key(), r.seq());
    }
    return new KeyRecords(bySeq, seqByKey);
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

  KeyRecords asked(String key, String digest, long seq, long now) {
    KeyRecords kept = without(now);
    return new KeyRecords(
        kept.bySeq.plus(seq, new KeyRecord(key, digest, seq, now, null)),
        kept.seqByKey.plus(key, seq));
  }

  KeyRecords answered(long seq, Reply reply) {
    KeyRecord r = bySeq.get(seq);
    if (r == null) return this;
    return new KeyRecords(
        bySeq.plus(seq, new KeyRecord(r.key(), r.digest(), seq, r.askedMillis(), reply)), seqByKey);
  }

  KeyRecords freed(long seq) {
    KeyRecord r = bySeq.get(seq);
    return r == null ? this : new KeyRecords(bySeq.minus(seq), seqByKey.minus(r.key()));
  }

  private KeyRecords without(long now) {
    TreePMap<Long, KeyRecord> records = bySeq;
    PMap<String, Long> keys = seqByKey;
    while (!records.isEmpty()) {
      KeyRecord oldest = records.firstEntry().getValue();
      boolean tooMany = records.size() >= AT_MOST;
      boolean tooOld = now - oldest.askedMillis() > KEPT_MILLIS;
      if (oldest.reply() == null || !(tooMany || tooOld)) break;
      records = records.minus(oldest.seq());
      keys = keys.minus(oldest.key());
    }
    return new KeyRecords(records, keys);
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
