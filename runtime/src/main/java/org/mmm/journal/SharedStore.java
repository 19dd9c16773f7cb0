package org.mmm.journal;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/**
 * What nodes tell each other by the store that they share. It reaches those that the network keeps
 * apart: so a node that comes back learns that others go on, and begins no second cluster.
 */
public interface SharedStore {
  /**
   * Notes the fingerprint of the token secrets in a new store, and compares it in any other.
   *
   * @throws JournalException if the nodes before had other secrets
   */
  void checkSecrets(String fingerprint);

  /**
   * Says that a node lives, for a time; after it the store forgets that by its own clock.
   *
   * @param node its name
   * @param place its address among the nodes
   * @param lives from 1 s
   */
  CompletionStage<Void> announce(String node, String place, Duration lives);

  /**
   * The nodes that live: their places by their names.
   *
   * @throws JournalException if the store cannot be read
   */
  Map<String, String> living();

  /** The same, for who does not wait; fails with {@link JournalException}. */
  CompletionStage<Map<String, String>> askWhoLives();

  /**
   * Takes back what a node said of itself; done or not, that ends by itself.
   *
   * @throws JournalException if the store cannot be written
   */
  void withdraw(String node);
}
