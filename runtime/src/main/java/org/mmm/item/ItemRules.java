package org.mmm.item;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mmm.kernel.Address;
import org.mmm.kernel.Call;
import org.mmm.kernel.Message;
import org.mmm.kernel.Moment;
import org.mmm.kernel.Outcome;
import org.mmm.kernel.Query;
import org.mmm.kernel.Reply;
import org.mmm.kernel.Send;
import org.mmm.pa.PaStatus;
import org.mmm.pa.Reason;

/**
 * How an Item, and a place as far as it is an Item, decides about a message. Each Action has its
 * own class of rules; here is said which.
 */
public final class ItemRules {
  private ItemRules() {}

  public static Outcome<ItemEvent> on(ItemState is, Address self, Message message, Moment now) {
    ItemState item = Foresight.of(is, message, now);
    if (!item.exists() && isSent(item.id(), message)) return Outcome.nothing(); // asked again soon
    if (message instanceof Message.Request m) return request(item, self, m.call().at(now), now);
    if (message instanceof Message.Consult m) return consult(item, self, m, now);
    if (message instanceof Message.Released m) {
      boolean known = item.leaving().stream().anyMatch(s -> s.since().equals(m.move()));
      return known
          ? Outcome.<ItemEvent>nothing().soon(new ItemEvent.LeftBehind(m.place(), m.move()))
          : Outcome.nothing();
    }
    if (message instanceof Message.Shown m) return Showing.shown(item, m);
    if (message instanceof Message.Read m && m.query() instanceof Query.Handed said) {
      return Leaving.settle(item, said, now);
    }
    if (message instanceof Message.Read m && m.query() instanceof Query.Show show) {
      return ItemView.show(item, show, now);
    }
    return Outcome.nothing();
  }

  public static boolean busy(ItemState item) {
    return item.moving() != null || !item.leaving().isEmpty() || item.unshown();
  }

  /**
   * What is to be repeated: the question to the place that it is on its way to, the news to those
   * it left, and how it appears to the one where it stands.
   */
  public static List<Send> due(ItemState item, Address self, Moment now) {
    List<Send> due = new ArrayList<>();
    if (item.moving() != null) due.addAll(Placing.ask(item, self, item.moving(), now).sends());
    item.leaving().forEach(s -> due.add(Placing.release(item, self, s)));
    if (item.unshown()) due.add(Showing.show(item, self, item.looks()));
    return due;
  }

  /**
   * Whether who asks has received this Item, so that it is about to come into being: a Message does
   * when all its receivers have it, and the first may be quicker than the last, or than a node that
   * was lost on the way.
   */
  private static boolean isSent(String item, Message message) {
    Call call =
        message instanceof Message.Request m
            ? m.call()
            : message instanceof Message.Consult m ? m.call() : null;
    return call != null
        && !call.dryRun()
        && !call.settle()
        && call.grounds().rights().stream()
            .anyMatch(r -> r.stamp() != null && r.stamp().entity().equals(item));
  }

  private static Outcome<ItemEvent> request(ItemState item, Address self, Call call, Moment now) {
    Optional<Reply> stored = item.answers().find(call.id());
    if (stored.isPresent()) {
      return Outcome.<ItemEvent>nothing()
          .send(call.id().subject(), new Message.Answer(call.id(), stored.get()));
    }
    if (!call.dryRun() && item.answers().past(call.id())) return Outcome.nothing(); // a straggler
    boolean places = // what it refuses then depends on what its place remembers
        switch (call.action().action()) {
          case MM_EMBED, MM_ADD, MM_MOVE -> true;
          default -> false;
        };
    Optional<Outcome<ItemEvent>> gone =
        places ? Optional.empty() : Leaving.refused(item, call, now);
    if (gone.isPresent()) return gone.get();
    return switch (call.action().action()) {
      case MM_EMBED, MM_ADD, MM_MOVE ->
          Arriving.asks(item, call)
              ? Arriving.request(item, self, call, now)
              : Placing.request(item, self, call, now);
      case MM_ENABLE, MM_DISABLE, PROPERTY_CHANGE -> Properties.request(item, self, call, now);
      case MM_ANIMATE -> Animating.request(item, self, call, now);
      case POST -> Posting.request(item, call, now);
      case MM_SEND, UM_SEND -> Sending.request(item, self, call, now);
      case IDENTIFY, UM_CAPTURE, MU_ACTUATE -> Bearing.request(item, self, call, now);
      default ->
          Verdict.refuse(
              call,
              Reason.FAULTY_PA,
              call.action().action().title() + " is not performed by an Item",
              now);
    };
  }

  private static Outcome<ItemEvent> consult(
      ItemState item, Address self, Message.Consult consult, Moment now) {
    Optional<Outcome<ItemEvent>> gone = Leaving.refused(item, consult, now);
    if (gone.isPresent()) return gone.get();
    return switch (consult.question()) {
      case FOUND -> Founding.found(item, self, consult, now);
      case OWN -> Ownership.own(item, consult, now);
      case USE -> Ownership.use(item, consult, now);
      case RESERVE -> HandingOver.reserve(item, consult, now);
      case FREE -> HandingOver.free(item, consult, now);
      case TRANSFER -> HandingOver.transfer(item, self, consult, now);
      default ->
          Outcome.<ItemEvent>nothing()
              .send(
                  consult.answer(
                      org.mmm.kernel.Finding.of(
                          consult.question(),
                          item.id(),
                          PaStatus.err(Reason.FAULTY_PA, item.id() + " is no place"))));
    };
  }
}
