package org.mmm.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.Props;
import org.apache.pekko.actor.typed.javadsl.Behaviors;

/**
 * Measures the embedded journal: entities that each persist one event after the other. Prints
 * events/s and latencies. Arguments: entities, seconds of warm-up and of measurement, settings in
 * HOCON.
 */
final class JournalThroughput {
  private static final String LINE =
      "a line of about sixty bytes, as long as a small event is......";

  private final ConcurrentLinkedQueue<Long> latencies = new ConcurrentLinkedQueue<>();
  private volatile boolean stop;

  private JournalThroughput() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    var entities = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 200;
    var seconds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 20;
    var overrides = arguments.length > 2 ? arguments[2] : "";
    new JournalThroughput().run(entities, seconds, overrides);
  }

  private void run(int entities, int seconds, String overrides)
      throws IOException, InterruptedException {
    try (var running =
        EmbeddedNode.start(Files.createTempDirectory("throughput").resolve("data"), overrides)) {
      var node = running.node();
      var ended = new CountDownLatch(entities);
      IntStream.range(0, entities)
          .forEach(
              i -> {
                var notebook = node.spawn(Notebook.forgetful("n" + i));
                node.system().systemActorOf(author(notebook, ended), "author-" + i, Props.empty());
              });
      TimeUnit.SECONDS.sleep(seconds);
      latencies.clear();
      var begin = System.nanoTime();
      TimeUnit.SECONDS.sleep(seconds);
      var took = (System.nanoTime() - begin) / 1e9;
      var sorted = latencies.stream().mapToLong(Long::longValue).sorted().toArray();
      System.out.printf(
          "%.0f events/s, p50 %.1f ms, p99 %.1f ms%n",
          sorted.length / took, at(sorted, 0.50), at(sorted, 0.99));
      stop = true;
      ended.await();
    }
  }

  /** Writes the next line as soon as the last one is acknowledged. */
  private Behavior<Integer> author(ActorRef<Notebook.Command> notebook, CountDownLatch ended) {
    return Behaviors.setup(
        context -> {
          var asked = new long[] {System.nanoTime()};
          notebook.tell(new Notebook.Write(List.of(LINE), context.getSelf()));
          return Behaviors.receiveMessage(
              lines -> {
                var now = System.nanoTime();
                latencies.add(now - asked[0]);
                if (stop) {
                  ended.countDown();
                  return Behaviors.stopped();
                }
                asked[0] = now;
                notebook.tell(new Notebook.Write(List.of(LINE), context.getSelf()));
                return Behaviors.same();
              });
        });
  }

  private static double at(long[] sorted, double quantile) {
    return sorted[(int) Math.min(sorted.length - 1L, (long) (sorted.length * quantile))] / 1e6;
  }
}
