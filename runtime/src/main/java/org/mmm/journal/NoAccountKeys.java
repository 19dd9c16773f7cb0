package org.mmm.journal;

import java.util.Optional;

/**
 * Stands in where an actor system was started without keys: writing personal text in the clear is
 * not a fallback.
 */
final class NoAccountKeys implements AccountKeys {
  @Override
  public Optional<byte[]> seal(String account, String text) {
    throw missing();
  }

  @Override
  public Optional<String> open(String account, byte[] sealed) {
    throw missing();
  }

  @Override
  public void erase(String account) {
    throw missing();
  }

  @Override
  public void forget(String account) {
    throw missing();
  }

  private static JournalException missing() {
    return new JournalException(
        "personal text needs the keys of Accounts: start the actor system with a JournalSetup, or"
            + " set mmm.journal.volatile-account-keys = on in a test",
        null);
  }
}
