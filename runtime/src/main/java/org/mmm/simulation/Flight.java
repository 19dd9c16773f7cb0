package org.mmm.simulation;

import org.jspecify.annotations.Nullable;
import org.mmm.kernel.Address;
import org.mmm.kernel.Call;
import org.mmm.kernel.Hlc;
import org.mmm.kernel.Message;

/**
 * A message on its way through a {@link Simulation}. Its hash is kept, for it is asked often and
 * the message may be large.
 */
final class Flight {
  /** Nobody waits for the answer. */
  static final int NOBODY = 0;

  private final Address to;
  private final Message message;
  private final Hlc hlc;
  private final int caller;
  private final int hash;

  Flight(Address to, Message message, Hlc hlc, int caller) {
    this.to = to;
    this.message = message;
    this.hlc = hlc;
    this.caller = caller;
    this.hash = ((to.toString().hashCode() * 31 + message.hashCode()) * 31 + caller) * 31;
  }

  Address to() {
    return to;
  }

  Message message() {
    return message;
  }

  /** The sender's hybrid logical time. */
  Hlc hlc() {
    return hlc;
  }

  /** Who waits for an answer, or {@link #NOBODY}. */
  int caller() {
    return caller;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Flight f
        && f.hash == hash
        && f.caller == caller
        && f.hlc.equals(hlc)
        && f.to.equals(to)
        && f.message.equals(message);
  }

  @Override
  public int hashCode() {
    return hash;
  }

  @Override
  public String toString() {
    return name() + " to " + to;
  }

  private String name() {
    if (message instanceof Message.Submit m) return "submit \"" + m.ask().key() + "\"";
    if (message instanceof Message.Instruct m) return "instruct " + m.part();
    if (message instanceof Message.Request m) {
      Call c = m.call();
      String found = c.findings().isEmpty() ? "" : " with " + c.findings().size() + " findings";
      return "request " + c.id() + (c.settle() ? " (settle)" : "") + found;
    }
    if (message instanceof Message.Consult m) {
      return m.question() + " for " + m.call().id() + (m.call().settle() ? " (settle)" : "");
    }
    if (message instanceof Message.Answer m) return "answer " + m.id() + " " + m.reply().status();
    if (message instanceof Message.Release m) return "release " + m.item() + " of " + m.move();
    if (message instanceof Message.Released m) return "released " + m.place() + " of " + m.move();
    return message.getClass().getSimpleName();
  }
}
