package org.mmm.kernel;

import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.pekko.actor.typed.ActorRef;

/**
 * Who waits at one entity, by what for. Those who gave up do not say so; they are forgotten when
 * nobody can be waiting for so long.
 */
final class Waiters {
  /** Beyond the longest wait that settings allow: {@code not-after} and {@code grace}. */
  static final Duration LONGEST = Duration.ofMinutes(2);

  /** Since when each waits, epoch milliseconds, oldest first. */
  private final Map<String, Map<ActorRef<Response>, Long>> since = new HashMap<>();

  /** Who asks again waits anew. */
  void add(String key, ActorRef<Response> caller, long now) {
    var callers = since.computeIfAbsent(key, k -> new LinkedHashMap<>());
    callers.remove(caller);
    callers.put(caller, now);
    forgetGone(now);
  }

  boolean isEmpty() {
    return since.isEmpty();
  }

  boolean isEmpty(long now) {
    forgetGone(now);
    return since.isEmpty();
  }

  Set<String> keys() {
    return Set.copyOf(since.keySet());
  }

  /** Those who waited for it; none does any more. */
  List<ActorRef<Response>> take(String key) {
    var callers = since.remove(key);
    return callers == null ? List.of() : List.copyOf(callers.keySet());
  }

  void clear() {
    since.clear();
  }

  private void forgetGone(long now) {
    for (var callers : since.values()) {
      var oldest = callers.values().iterator();
      while (oldest.hasNext() && oldest.next() < now - LONGEST.toMillis()) oldest.remove();
    }
    since.values().removeIf(Map::isEmpty);
  }
}
