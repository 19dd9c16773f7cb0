package org.mmm.journal;

import java.util.Optional;

/**
 * Seals personal text under a key of its Account. The key is made at first use; erased, it never
 * comes back, and what was sealed with it can no longer be read by anyone. Calls may block on the
 * store for at most its statement timeout.
 */
public interface AccountKeys {
  /**
   * @return the sealed text, or empty if the Account's key has been erased
   * @throws JournalException if the store cannot be asked for the key
   */
  Optional<byte[]> seal(String account, String text);

  /**
   * @return the text, or empty if the Account's key has been erased
   * @throws JournalException if the store cannot be asked for the key, or these bytes were not
   *     sealed with it
   */
  Optional<String> open(String account, byte[] sealed);

  /**
   * Forgets the Account's key for good, in the store and in memory. Doing so again changes nothing.
   * Older backups still hold the key: they are to be deleted by whoever keeps them.
   *
   * @throws JournalException if the store does not confirm it
   */
  void erase(String account);

  /** Drops what is remembered of the Account's key: another node has erased it in the store. */
  void forget(String account);
}
