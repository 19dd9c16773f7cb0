package org.mmm.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * A workload on real nodes through faults, with a check of all that was asked and told in the end.
 * {@code -Dmmm.seed=N} draws the same again.
 */
final class Ordeal implements AutoCloseable {
  /** Of Process Actions and reads. */
  private static final int ASKED_PER_SECOND = Integer.getInteger("mmm.load", 200);

  /** Of Process Actions alone; below it nothing is proved. */
  private static final int LEAST_PER_SECOND = Integer.getInteger("mmm.load.least", 100);

  /** How long one answer is waited for, unless a fault says otherwise. */
  static final Duration PATIENCE = Duration.ofSeconds(2);

  /** A long log is read from the journal. */
  private static final Duration SURVEY_PATIENCE = Duration.ofSeconds(60);

  private static final Duration SERVED_WITHIN = Duration.ofSeconds(120);

  private final String name;
  private final World world;
  private final Nodes nodes;
  private final Driver driver;
  private final Load load;
  private final List<String> all = new ArrayList<>();
  private final List<Incident> incidents = new ArrayList<>();
  private final Map<String, Long> figures = new TreeMap<>();

  /** What the nodes begin with. */
  record World(long seed, List<String> users, Setting setting) {
    static World drawn() {
      List<String> users = Workload.users(8);
      long seed = Long.getLong("mmm.seed", System.nanoTime());
      return new World(seed, users, Workload.setting(users, 2));
    }

    Random random() {
      return new Random(seed);
    }

    /** The same as a file. */
    Path file(Path directory) throws Exception {
      return Files.writeString(directory.resolve("load.world.yaml"), WorldText.of(setting, users));
    }
  }

  /** Begins the workload. */
  Ordeal(String name, World world, List<String> urls, String operatorToken) throws Exception {
    this.name = name;
    this.world = world;
    this.nodes = new Nodes(urls, operatorToken, PATIENCE);
    for (String user : world.users()) nodes.signIn(user);
    nodes.signIn(Workload.LANDLORD);
    this.driver = new Driver(nodes, new Workload(world.setting(), world.users()), world.seed());
    this.load = new Load(driver, LEAST_PER_SECOND);
    all.addAll(world.users());
    all.add(Workload.LANDLORD);
    all.addAll(world.setting().items().keySet());
    all.addAll(world.setting().places().keySet());
    driver.start(ASKED_PER_SECOND);
  }

  /** Waits until the load is there: Process Actions a second. */
  long loaded() {
    return Math.round(load.reached());
  }

  /** Waits until whatever may be asked for was served with what was asked after that time. */
  void served(long since) {
    await("every Process, Item and place to be served")
        .atMost(SERVED_WITHIN)
        .pollInterval(Duration.ofMillis(50))
        .until(() -> driver.served().missing(all, since), List::isEmpty);
  }

  /** What nodes say to each single request, while that is noted. */
  Attempts attempts() {
    return driver.attempts();
  }

  /** From now on one answer is waited for so long before the same is asked again. */
  void patience(Duration howLong) {
    nodes.patience(howLong);
  }

  /** Something that happened, and is over. */
  void suffered(Incident incident) {
    incidents.add(incident);
    System.out.println(incident);
  }

  /** Something that was measured on the way. */
  void figure(String what, long value) {
    figures.put(what, value);
  }

  /** Ends the workload, and holds all that was asked and told against the promises. */
  History checked() throws Exception {
    List<Op> ops = driver.finish();
    nodes.patience(SURVEY_PATIENCE);
    History history =
        new History(
            world.setting(), ops, new Survey(nodes, world.setting(), world.users()).aftermath());
    Path file = FaultReport.history(name);
    HistoryFile.write(file, history);
    List<String> broken = Checker.broken(history);
    FaultReport.of(name, world.seed(), history, incidents, figures, broken).tell();
    assertThat(broken)
        .as("%s, seed %d, %s, history in %s", name, world.seed(), incidents, file.toAbsolutePath())
        .isEmpty();
    assertThat(history.ops().stream().filter(Op::unknown)).as("left unknown").isEmpty();
    return history;
  }

  @Override
  public void close() {
    driver.close();
  }
}
