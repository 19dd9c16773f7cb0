package org.mmm.faults;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Performs a workload on real nodes at a steady rate, and records it. What is not answered is asked
 * again under the same key, of any node, until it is or its time is over: then it is unknown.
 */
final class Driver implements AutoCloseable {
  private static final int CLIENTS = 24;

  /** How long one deed is asked for. Longer than a node needs to come back. */
  private static final Duration SETTLES_WITHIN = Duration.ofSeconds(90);

  private static final long AGAIN_AFTER_MILLIS = 200;

  private final Nodes nodes;
  private final Workload workload;
  private final Served served = new Served();
  private final Attempts attempts = new Attempts();
  private final long seed;
  private final AtomicInteger ids = new AtomicInteger();
  private final ConcurrentLinkedQueue<Op> ops = new ConcurrentLinkedQueue<>();
  private final Semaphore permits = new Semaphore(0);
  private final ScheduledExecutorService pace = Executors.newSingleThreadScheduledExecutor();
  private final List<Thread> clients = new ArrayList<>();
  private volatile boolean ended;

  Driver(Nodes nodes, Workload workload, long seed) {
    this.nodes = nodes;
    this.workload = workload;
    this.seed = seed;
  }

  /** Begins: so many deeds a second, reads among them. */
  void start(int perSecond) {
    long nanos = TimeUnit.SECONDS.toNanos(1) / perSecond;
    pace.scheduleAtFixedRate(this::permit, 0, nanos, TimeUnit.NANOSECONDS);
    for (int i = 0; i < CLIENTS; i++) {
      Random random = new Random(seed * 31 + i * 0x9e3779b97f4a7c15L);
      Thread client = new Thread(() -> act(random), "client-" + i);
      client.setDaemon(true);
      clients.add(client);
      client.start();
    }
  }

  /** Process Actions that ended, reads not counted, since that time of {@link System#nanoTime}. */
  double perSecond(long since) {
    double seconds = (System.nanoTime() - since) / 1e9;
    long count =
        ops.stream()
            .filter(o -> !(o.deed() instanceof Deed.Look) && o.ended() != null && o.ended() > since)
            .count();
    return count / seconds;
  }

  /** Who and what was served last, and when it had been asked. */
  Served served() {
    return served;
  }

  /** What nodes said to each single request, while that is noted. */
  Attempts attempts() {
    return attempts;
  }

  /** Asks nothing new, and waits until all that was asked has its end; in the order of asking. */
  List<Op> finish() throws InterruptedException {
    close();
    for (Thread client : clients) client.join();
    List<Op> all = new ArrayList<>(ops);
    all.sort(Comparator.comparingInt(Op::id));
    return all;
  }

  @Override
  public void close() {
    ended = true;
    pace.shutdownNow();
    permits.release(CLIENTS);
  }

  /** What could not be asked in time is not asked later: a node that comes back is not flooded. */
  private void permit() {
    if (permits.availablePermits() < CLIENTS) permits.release();
  }

  private void act(Random random) {
    try {
      while (true) {
        permits.acquire();
        if (ended) return;
        Workload.Asked asked = workload.next(random);
        int id = ids.incrementAndGet();
        Op op =
            asked.deed() instanceof Deed.Look l ? look(id, l, random) : perform(id, asked, random);
        if (op == null) continue;
        ops.add(op);
        served.note(op);
        workload.learn(op);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** A read that is not answered says nothing. */
  private @Nullable Op look(int id, Deed.Look look, Random random) throws InterruptedException {
    long began = System.nanoTime();
    try {
      Nodes.Told told = nodes.reads("items/" + look.item(), random);
      if (told.status() != 200) return null;
      Sight seen = sight(told);
      return new Op(id, "Operator", "", look, began, System.nanoTime(), Op.End.OK, "", "", seen);
    } catch (IOException e) {
      return null;
    }
  }

  private Op perform(int id, Workload.Asked asked, Random random) throws InterruptedException {
    String key = "load-" + seed + "-" + id;
    long began = System.nanoTime();
    boolean surelyNot = true;
    while (System.nanoTime() - began < SETTLES_WITHIN.toNanos()) {
      long sent = System.nanoTime();
      try {
        Nodes.Told told = nodes.performs(asked.who(), asked.deed(), key, random);
        attempts.answered(sent, told);
        String code = told.code();
        if (code.equals("Ack")) return op(id, asked, key, began, Op.End.OK, "", told);
        if (!again(told)) return op(id, asked, key, began, Op.End.REFUSED, code, told);
        surelyNot &= told.status() == 503 || told.status() == 429;
      } catch (IOException e) {
        attempts.unanswered(sent);
        surelyNot = false;
      }
      Thread.sleep(AGAIN_AFTER_MILLIS);
    }
    return surelyNot
        ? op(id, asked, key, began, Op.End.REFUSED, "Unable", null)
        : new Op(id, asked.who(), key, asked.deed(), began, null, Op.End.UNKNOWN, "", "", null);
  }

  private static boolean again(Nodes.Told told) {
    return List.of("Unable", "Unknown", "").contains(told.code());
  }

  private static Op op(
      int id,
      Workload.Asked asked,
      String key,
      long began,
      Op.End end,
      String reason,
      Nodes.@Nullable Told told) {
    String action = told == null ? "" : told.body().path("processActionID").asText();
    return new Op(
        id, asked.who(), key, asked.deed(), began, System.nanoTime(), end, reason, action, null);
  }

  static Sight sight(Nodes.Told told) {
    return new Sight(
        told.body().path("owner").asText(), told.body().path("place").path("at").asText());
  }
}
