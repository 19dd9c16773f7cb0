package org.mmm.registration;

import org.jspecify.annotations.Nullable;
import org.mmm.intent.Intents;
import org.mmm.kernel.Address;
import org.mmm.kernel.CborSerializable;
import org.mmm.log.LogTail;
import org.mmm.log.Logged;

/**
 * A human's Account as it is now.
 *
 * @param began the latest attempt to register; null before the first
 * @param claimed whether all its names are the human's
 * @param registered whether all is there
 * @param passwordHash what proves that a human knows the password; null if there is none
 * @param intents what was asked under which key
 * @param log the newest part of its activity
 */
public record AccountState(
    AccountEvent.@Nullable RegistrationBegan began,
    boolean claimed,
    boolean registered,
    @Nullable String passwordHash,
    Intents intents,
    LogTail log)
    implements CborSerializable, Logged {
  static final AccountState EMPTY =
      new AccountState(null, false, false, null, Intents.none(), LogTail.none());

  AccountState apply(Address self, AccountEvent event) {
    if (event instanceof AccountEvent.RegistrationBegan e) {
      return new AccountState(e, false, false, null, intents, log);
    }
    if (event instanceof AccountEvent.NamesClaimed) {
      return new AccountState(began, true, false, passwordHash, intents, log);
    }
    if (event instanceof AccountEvent.Registered) {
      return new AccountState(began, true, true, passwordHash, intents, log);
    }
    if (event instanceof AccountEvent.PasswordSet e) {
      return new AccountState(began, claimed, registered, e.passwordHash(), intents, log);
    }
    var e = ((AccountEvent.Intended) event).intent();
    return new AccountState(
        began, claimed, registered, passwordHash, intents.apply(e), log.with(self, intents, e));
  }

  /** The attempt that is not answered yet. */
  AccountEvent.@Nullable RegistrationBegan open() {
    return began != null && intents.open().containsKey(began.seq()) ? began : null;
  }
}
