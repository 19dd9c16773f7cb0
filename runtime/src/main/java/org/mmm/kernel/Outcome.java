package org.mmm.kernel;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a machine decides about one message. The events are written in one write; only then is
 * anything sent or answered.
 *
 * @param events written now
 * @param soon written with the next write, within a tenth of a second at the latest: what can be
 *     found out again if it is lost
 * @param sends messages to other entities
 * @param response the answer to the present caller; null if none
 * @param awaits the present caller is answered when this key is woken; null if not
 * @param wakes answers to all who await these keys
 * @param deferred not now: offer this message again when the state has changed
 */
public record Outcome<E>(
    List<E> events,
    List<E> soon,
    List<Send> sends,
    @Nullable Response response,
    @Nullable String awaits,
    Map<String, Response> wakes,
    boolean deferred) {

  public static <E> Outcome<E> nothing() {
    return new Outcome<>(List.of(), List.of(), List.of(), null, null, Map.of(), false);
  }

  public static <E> Outcome<E> defer() {
    return new Outcome<>(List.of(), List.of(), List.of(), null, null, Map.of(), true);
  }

  @SafeVarargs
  public final Outcome<E> persist(E... more) {
    return new Outcome<>(
        plus(events, List.of(more)), soon, sends, response, awaits, wakes, deferred);
  }

  public Outcome<E> persist(List<? extends E> more) {
    return new Outcome<>(plus(events, more), soon, sends, response, awaits, wakes, deferred);
  }

  @SafeVarargs
  public final Outcome<E> soon(E... more) {
    return new Outcome<>(
        events, plus(soon, List.of(more)), sends, response, awaits, wakes, deferred);
  }

  public Outcome<E> send(Address to, Message message) {
    return send(new Send(to, message));
  }

  public Outcome<E> send(Send send) {
    return send(List.of(send));
  }

  public Outcome<E> send(List<Send> more) {
    return new Outcome<>(events, soon, plus(sends, more), response, awaits, wakes, deferred);
  }

  /** Sends, and lets {@code to} answer the present caller. */
  public Outcome<E> forward(Address to, Message message) {
    return send(new Send(to, message, true));
  }

  public Outcome<E> respond(Response answer) {
    return new Outcome<>(events, soon, sends, answer, awaits, wakes, deferred);
  }

  /** What a dry run came to: told the present caller, or the subject if it is only a part. */
  public Outcome<E> tried(Call call, Reply reply) {
    Trial trial = call.trial();
    return trial == null
        ? respond(new Response.Performed("", reply))
        : forward(trial.subject(), new Message.Tried(call.action(), trial, reply));
  }

  public Outcome<E> await(String key) {
    return new Outcome<>(events, soon, sends, response, key, wakes, deferred);
  }

  public Outcome<E> wake(String key, Response answer) {
    Map<String, Response> more = new LinkedHashMap<>(wakes);
    more.put(key, answer);
    return new Outcome<>(events, soon, sends, response, awaits, more, deferred);
  }

  /** The same, of an entity that wraps these events in its own. */
  public <T> Outcome<T> map(Function<? super E, ? extends T> wrap) {
    List<T> wrapped = new ArrayList<>(events.size());
    for (E event : events) wrapped.add(wrap.apply(event));
    List<T> wrappedSoon = new ArrayList<>(soon.size());
    for (E event : soon) wrappedSoon.add(wrap.apply(event));
    return new Outcome<>(wrapped, wrappedSoon, sends, response, awaits, wakes, deferred);
  }

  private static <T> List<T> plus(List<T> some, List<? extends T> more) {
    if (more.isEmpty()) return some;
    List<T> both = new ArrayList<>(some.size() + more.size());
    both.addAll(some);
    both.addAll(more);
    return both;
  }
}
