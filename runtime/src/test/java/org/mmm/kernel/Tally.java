package org.mmm.kernel;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The smallest machine that does all that a machine can: it counts what it is told. */
final class Tally implements Machine<Tally.Count, Tally.Event> {
  static final Address OTHER = Address.item("Other");

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME)
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Counted.class, name = "counted"),
    @JsonSubTypes.Type(value = Owed.class, name = "owed"),
    @JsonSubTypes.Type(value = Paid.class, name = "paid")
  })
  sealed interface Event extends CborSerializable {}

  record Counted() implements Event {}

  record Owed() implements Event {}

  record Paid() implements Event {}

  /** How many were counted, and whether it owes a message to {@link #OTHER}. */
  record Count(int total, boolean owes) implements CborSerializable {}

  /** A message that only this machine understands. */
  static Message word(String word) {
    return new Message.Released(word, Telling.BEGINNING);
  }

  static Response total(int total) {
    return new Response.View(JsonNodeFactory.instance.numberNode(total));
  }

  @Override
  public Count empty() {
    return new Count(0, false);
  }

  @Override
  public Count apply(Count count, Event event) {
    if (event instanceof Counted) return new Count(count.total() + 1, count.owes());
    return new Count(count.total(), event instanceof Owed);
  }

  @Override
  public Outcome<Event> on(Count count, Message message, Moment now) {
    Outcome<Event> outcome = Outcome.nothing();
    String word = ((Message.Released) message).place();
    Response next = total(count.total() + 1);
    return switch (word) {
      case "one" -> outcome.persist(new Counted()).respond(next).send(OTHER, word("told"));
      case "soon" -> outcome.soon(new Counted()).respond(next);
      case "later" ->
          count.total() == 0 ? Outcome.defer() : outcome.persist(new Counted()).respond(next);
      case "wait" -> outcome.await("more");
      case "wake" -> outcome.persist(new Counted()).wake("more", next);
      case "owe" -> outcome.persist(new Owed());
      case "pay" -> outcome.persist(new Paid()).respond(next);
      default -> outcome.respond(total(count.total()));
    };
  }

  @Override
  public Map<String, Response> wakes(Count before, Count after, Set<String> keys) {
    return after.total() >= 3 && keys.contains("more")
        ? Map.of("more", total(after.total()))
        : Map.of();
  }

  @Override
  public boolean busy(Count count) {
    return count.owes();
  }

  @Override
  public List<Send> due(Count count, Moment now) {
    return count.owes() ? List.of(new Send(OTHER, word("owed"))) : List.of();
  }
}
