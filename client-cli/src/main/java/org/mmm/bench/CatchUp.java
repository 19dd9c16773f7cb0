package org.mmm.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntSupplier;
import org.mmm.action.Action;
import org.mmm.action.Edition;
import org.mmm.client.ActionCall;
import org.mmm.client.Api;
import org.mmm.client.ExitCode;
import org.mmm.client.Failure;
import org.mmm.client.Json;
import org.mmm.client.Paths;
import org.mmm.client.Pause;

/**
 * Messages that are written while their M-Instance is away: how fast they come once it is back, and
 * whether all come, each once, in the order in which each User has written them.
 */
public final class CatchUp {
  /** Messages that can be measured; what a Process has received is read in one piece. */
  static final int AT_MOST = 10_000;

  private static final int OF_ONE_AT_MOST = 1_000;
  private static final Duration LOOK_EVERY = Duration.ofMillis(5);
  private static final Duration WRITTEN_WITHIN = Duration.ofSeconds(30);
  private static final Duration COME_WITHIN = Duration.ofMinutes(10);

  private final Cast senders;
  private final Cast receivers;
  private final Api from;
  private final String there;
  private final String keys;

  /**
   * @throws IllegalArgumentException if so many Messages of so many Users cannot be measured; names
   *     the value and the rule
   */
  public static void check(int letters, int users) {
    if (letters < 1 || letters > AT_MOST) {
      throw new IllegalArgumentException(
          "1 to " + AT_MOST + " Messages are measured, not " + letters);
    }
    if (users < 1 || users > Plan.MOST_USERS) {
      throw new IllegalArgumentException("1 to " + Plan.MOST_USERS + " Users write, not " + users);
    }
    if (letters > users * OF_ONE_AT_MOST) {
      throw new IllegalArgumentException(
          letters
              + " Messages need more than "
              + users
              + " Users: one writes at most "
              + OF_ONE_AT_MOST);
    }
  }

  /**
   * @param from whose first Users write, each to the one of {@code to} at its place
   * @param users so many; each gets at most 1,000 Messages
   * @param there ID of the M-Instance that is away
   */
  public CatchUp(Scene from, Scene to, int users, String there) {
    this.senders = from.cast(users);
    this.receivers = to.cast(users);
    this.from = from.nodes().get(0);
    this.there = there;
    this.keys = from.keys();
  }

  /**
   * How it went.
   *
   * @param letters written
   * @param firstSeconds from when the M-Instance was ready until the first of them had come: for so
   *     long the other paused before it asked again
   * @param seconds from then on until nothing waited any more
   * @param missing have not come
   * @param doubled have come more than once
   * @param disordered came before one that the same User had written before
   */
  public record Report(
      int letters, double firstSeconds, double seconds, int missing, int doubled, int disordered) {
    public ObjectNode json() {
      return Json.object()
          .put("letters", letters)
          .put("firstSeconds", Math.round(firstSeconds * 100) / 100.0)
          .put("seconds", Math.round(seconds * 100) / 100.0)
          .put("perSecond", Math.round(letters / seconds))
          .put("missing", missing)
          .put("doubled", doubled)
          .put("disordered", disordered);
    }

    /** Whether all came, once and in order. */
    public boolean fine() {
      return missing + doubled + disordered == 0;
    }
  }

  /**
   * Writes them, one after the other; nobody waits for the answers.
   *
   * @param waiting how many wait now
   */
  public void write(int letters, IntSupplier waiting) throws InterruptedException {
    ExecutorService asking = Executors.newCachedThreadPool(CatchUp::daemon);
    try {
      for (int i = 0; i < letters; i++) {
        ActionCall call = call(i);
        asking.execute(() -> ask(call));
        int wanted = i + 1;
        await(() -> waiting.getAsInt() >= wanted, WRITTEN_WITHIN, "letter " + wanted + " is kept");
      }
    } finally {
      asking.shutdownNow();
    }
  }

  /**
   * Waits until they have come.
   *
   * @param to the M-Instance that is back
   */
  public Report come(int letters, IntSupplier waiting, Api to) throws InterruptedException {
    long begin = System.nanoTime();
    await(() -> waiting.getAsInt() < letters, COME_WITHIN, "the first letter has come");
    long first = System.nanoTime();
    await(() -> waiting.getAsInt() == 0, COME_WITHIN, "all letters have come");
    double seconds = (System.nanoTime() - first) / 1e9;
    int[] found = new int[3];
    for (int user = 0; user < receivers.users().size(); user++) {
      check(heard(to, receivers.users().get(user)), share(letters, user), found);
    }
    return new Report(letters, (first - begin) / 1e9, seconds, found[0], found[1], found[2]);
  }

  private int share(int letters, int user) {
    int users = senders.users().size();
    return letters / users + (user < letters % users ? 1 : 0);
  }

  private static void check(List<Integer> heard, int written, int[] found) {
    long distinct = heard.stream().distinct().count();
    found[0] += written - (int) distinct;
    found[1] += heard.size() - (int) distinct;
    for (int i = 1; i < heard.size(); i++) {
      if (heard.get(i) < heard.get(i - 1)) found[2]++;
    }
  }

  /** The numbers that one has received, oldest first. */
  private static List<Integer> heard(Api to, Cast.Actor receiver) {
    String path =
        "/api/v2.2/processes/" + Paths.segment(receiver.id()) + "/activity?limit=" + OF_ONE_AT_MOST;
    List<Integer> numbers = new ArrayList<>();
    for (JsonNode entry : Json.list(to.get(path, receiver.token()).body(), "entries")) {
      for (JsonNode said : entry.at("/complements/With")) {
        String text = said.at("/MessageData/0/MessageData").asText();
        if (text.startsWith("Number ")) numbers.add(Integer.parseInt(text.substring(7)));
      }
    }
    return numbers;
  }

  private ActionCall call(int number) {
    int user = number % senders.users().size();
    Cast.Actor sender = senders.users().get(user);
    String key = keys + "-" + number;
    ObjectNode complements = Json.object().put("Nil", "Message-" + key);
    complements.put("To", receivers.users().get(user).id() + "@" + there);
    ObjectNode message = complements.putArray("With").addObject();
    message.put("Header", "MMM-MSG-V2.2").put("MessageID", "Message-" + key);
    message.putArray("MessageData").addObject().put("MessageData", "Number " + number);
    return new ActionCall(
        Edition.TEC_2_2, Action.MM_SEND, sender.id(), complements, key, sender.token(), false);
  }

  private void ask(ActionCall call) {
    try {
      from.perform(call);
    } catch (Failure nobodyWaits) {
      return; // what became of it is seen where it arrives
    }
  }

  private interface Condition {
    boolean holds();
  }

  private static void await(Condition condition, Duration within, String what)
      throws InterruptedException {
    long end = System.nanoTime() + within.toNanos();
    while (!condition.holds()) {
      if (System.nanoTime() > end) {
        throw new Failure(
            ExitCode.FAILED, "waited " + within.toSeconds() + " s in vain until " + what);
      }
      Pause.of(LOOK_EVERY);
    }
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "bench-letter");
    thread.setDaemon(true);
    return thread;
  }
}
