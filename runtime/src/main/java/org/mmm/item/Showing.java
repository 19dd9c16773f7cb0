package org.mmm.item;

import static java.util.Objects.requireNonNull;

import org.mmm.kernel.Address;
import org.mmm.kernel.Appearance;
import org.mmm.kernel.Message;
import org.mmm.kernel.Outcome;
import org.mmm.kernel.Send;

/**
 * How an Item appears is said by the Item; the place where it stands is told, so that who looks
 * into it need not ask each Item. It is told again until it knows.
 */
final class Showing {
  private Showing() {}

  /** To the place where it stands. */
  static Send show(ItemState item, Address self, Appearance appearance) {
    ItemState.Standing at = requireNonNull(item.standing(), "it stands nowhere");
    return new Send(
        Address.place(at.place()), new Message.Show(item.id(), at.since(), appearance, self));
  }

  /** The same along with an outcome that changes how it appears, if anybody is to be told. */
  static Outcome<ItemEvent> and(
      Outcome<ItemEvent> outcome, ItemState item, Address self, Appearance appearance) {
    boolean changed = outcome.events().stream().anyMatch(Showing::changes);
    return !changed || item.standing() == null || item.moving() != null
        ? outcome
        : outcome.send(show(item, self, appearance));
  }

  static Outcome<ItemEvent> shown(ItemState item, Message.Shown shown) {
    boolean news = shown.number() > item.shown() && shown.number() <= item.looks().number();
    return news
        ? Outcome.<ItemEvent>nothing().soon(new ItemEvent.Shown(shown.place(), shown.number()))
        : Outcome.nothing();
  }

  private static boolean changes(ItemEvent event) {
    return event instanceof ItemEvent.PropertyChanged || event instanceof ItemEvent.Animated;
  }
}
