package org.mmm.figures;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.mmm.kernel.Address;

/** How many shards and entities of each kind are on this node, as its shards said last. */
public final class ShardTable {
  /**
   * @param shards on this node
   * @param entities in them
   */
  public record Here(int shards, int entities) {}

  private static final Here NONE = new Here(0, 0);

  private final Map<Address.Kind, Here> table = new ConcurrentHashMap<>();

  /** What is here of that kind. */
  public Here of(Address.Kind kind) {
    return table.getOrDefault(kind, NONE);
  }

  void put(Address.Kind kind, Here here) {
    table.put(kind, here);
  }
}
