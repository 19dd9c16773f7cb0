package org.mmm.rights;

import java.util.ArrayList;
import java.util.List;

/** An immutable map from a key to the Rights filed under it, in the order in which they came. */
record Groups<K>(Shards<K, List<Held>> byKey) {
  static <K> Groups<K> empty() {
    return new Groups<>(Shards.empty());
  }

  List<Held> get(K key) {
    List<Held> found = byKey.get(key);
    return found == null ? List.of() : found;
  }

  Groups<K> with(K key, Held held) {
    List<Held> more = new ArrayList<>(get(key));
    more.add(held);
    return new Groups<>(byKey.with(key, List.copyOf(more)));
  }

  Groups<K> without(K key, Held held) {
    List<Held> fewer = new ArrayList<>(get(key));
    fewer.remove(held);
    return new Groups<>(fewer.isEmpty() ? byKey.without(key) : byKey.with(key, List.copyOf(fewer)));
  }
}
