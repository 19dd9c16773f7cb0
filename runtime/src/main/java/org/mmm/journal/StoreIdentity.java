package org.mmm.journal;

/**
 * What is part of the data format and not said in each event: nodes that differ in it would look
 * for the same entity in different places.
 *
 * @param shards into how many shards each entity type is divided, from 1
 * @param buckets how many directory buckets there are, from 1
 */
public record StoreIdentity(int shards, int buckets) {
  /** Raised when an older program could not read what this one writes. */
  private static final int FORMAT = 1;

  public StoreIdentity {
    if (shards < 1) {
      throw new IllegalArgumentException("shards must be at least 1, was " + shards);
    }
    if (buckets < 1) {
      throw new IllegalArgumentException("buckets must be at least 1, was " + buckets);
    }
  }

  /** As it is stored and compared; words, so that a difference can be read by a person. */
  String line() {
    return "format " + FORMAT + ", shards " + shards + ", directory buckets " + buckets;
  }
}
