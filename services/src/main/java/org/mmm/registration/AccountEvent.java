package org.mmm.registration;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.mmm.intent.IntentEvent;
import org.mmm.journal.Personal;
import org.mmm.kernel.CborSerializable;
import org.mmm.kernel.Hlc;

/** Everything that can happen to a human's Account. Fields are added, never changed. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "event")
@JsonSubTypes({
  @Type(value = AccountEvent.RegistrationBegan.class, name = "registration-began"),
  @Type(value = AccountEvent.NamesClaimed.class, name = "names-claimed"),
  @Type(value = AccountEvent.Registered.class, name = "registered"),
  @Type(value = AccountEvent.PasswordSet.class, name = "password-set"),
  @Type(value = AccountEvent.Intended.class, name = "intended")
})
public sealed interface AccountEvent extends CborSerializable {
  /**
   * The human asked; the Process Action itself is kept without the profile.
   *
   * @param seq the sequence number of the Register
   * @param profile the Personal Profile as JSON
   * @param tokenId the first token of each Process
   * @param recoveryHash what proves that a human who lost the tokens is the same
   */
  record RegistrationBegan(
      long seq, Plan plan, Personal profile, String tokenId, String recoveryHash, Hlc at)
      implements AccountEvent {}

  /** All names are the human's; from here on it can only be finished. */
  record NamesClaimed(Hlc at) implements AccountEvent {}

  /** All is there. */
  record Registered(Hlc at) implements AccountEvent {}

  /** From now on this password lets the human in, and none before it. */
  record PasswordSet(String passwordHash, Hlc at) implements AccountEvent {}

  /** Something about the Register as a Process Action. */
  record Intended(IntentEvent intent) implements AccountEvent {}
}
