package org.mmm.faults;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.mmm.journal.CborCopy;
import org.mmm.kernel.Address;
import org.mmm.kernel.Hlc;
import org.mmm.kernel.Machine;
import org.mmm.kernel.Message;
import org.mmm.kernel.Response;

/**
 * Three nodes with one journal, in one thread and in simulated time: messages are late, lost and
 * doubled, nodes are killed, or stand still until others have taken over and then go on. All as the
 * seed says.
 */
final class SimulatedCluster {
  /** How this cluster is unsound, to see that the checker notices. */
  enum Fault {
    NONE,
    ANSWERS_FIRST,
    NO_LEASE
  }

  private static final int NODES = 3;
  private static final long LEASE = 4_000;

  /** After so long the others take over from a node that is not heard of. */
  private static final long TAKE_OVER = 5_500;

  /** So long a node that comes back goes on before it learns that it is out, and ends. */
  private static final long LEARNS = 400;

  private record Due(long at, long number, Runnable what) {}

  private final Random random;
  private final Fault fault;
  private final Function<Address, Machine<?, ?>> machines;
  private final Map<String, List<Object>> journal = new TreeMap<>();
  private final List<Node> nodes = new ArrayList<>();
  private final PriorityQueue<Due> due =
      new PriorityQueue<>(Comparator.comparingLong(Due::at).thenComparingLong(Due::number));
  private final CborCopy wire = new CborCopy();
  private BiConsumer<Integer, Response> clients = (caller, response) -> {};
  private long now = Village.DAWN;
  private long steps;

  SimulatedCluster(
      long seed, Fault fault, Village village, Function<Address, Machine<?, ?>> machines) {
    this.random = new Random(seed);
    this.fault = fault;
    this.machines = machines;
    village.logs().forEach((entity, log) -> journal.put(entity, new ArrayList<>(log)));
    for (int i = 0; i < NODES; i++) nodes.add(new Node());
    after(100, this::beat);
    after(1_000, this::tick);
  }

  /** Who is told what callers are answered. */
  void clients(BiConsumer<Integer, Response> told) {
    this.clients = told;
  }

  long now() {
    return now;
  }

  /** Counts what has happened: no two things at the same time. */
  long step() {
    return ++steps;
  }

  List<?> log(Address entity) {
    return journal.getOrDefault(entity.toString(), List.of());
  }

  void after(long millis, Runnable what) {
    due.add(new Due(now + millis, step(), what));
  }

  void runUntil(long millis) {
    while (!due.isEmpty() && due.element().at() <= millis) {
      Due next = due.remove();
      now = next.at();
      next.what().run();
    }
    now = millis;
  }

  void send(Address to, Message message, Hlc hlc, @Nullable Integer caller) {
    if (random.nextInt(300) == 0) return;
    if (random.nextInt(150) == 0) deliver(to, message, hlc, caller);
    deliver(to, message, hlc, caller);
  }

  void kill(int node) {
    nodes.get(node).dies();
  }

  void freeze(int node, long millis) {
    Node frozen = nodes.get(node);
    if (!frozen.up || frozen.frozen()) return;
    frozen.thawsAt = now + millis;
    after(millis, frozen::thaw);
  }

  private void deliver(Address to, Message message, Hlc hlc, @Nullable Integer caller) {
    long late = random.nextInt(8) == 0 ? random.nextInt(600) : random.nextInt(4);
    Message copy = (Message) wire.apply(message);
    after(late, () -> home(to).arrives(to, new Incarnation.Arrived(copy, hlc, caller)));
  }

  /** Where an entity lives, as those know who can be heard. */
  private Node home(Address entity) {
    int first = Math.floorMod(entity.toString().hashCode(), NODES);
    for (int i = 0; i < NODES; i++) {
      Node node = nodes.get((first + i) % NODES);
      if (node.member) return node;
    }
    return nodes.get(first);
  }

  /**
   * Whoever answers has its lease renewed; who has not for long is out, and one that is up joins.
   */
  private void beat() {
    for (Node node : nodes) {
      if (node.up && !node.frozen() && node.member) {
        node.heard = now;
        node.leaseUntil = now + LEASE;
      }
      boolean others = nodes.stream().filter(n -> n != node && n.member).count() > 0;
      if (node.member && others && now - node.heard > TAKE_OVER) node.member = false;
      // Who stands still hands nothing over: the new one has to wait for it.
      boolean all = nodes.stream().noneMatch(n -> n.member && (n.frozen() || !n.up));
      if (!node.member && node.up && node.fresh && all && now - node.born > 1_000) node.joins();
    }
    after(100, this::beat);
  }

  private void tick() {
    for (Node node : nodes) {
      if (node.up && !node.frozen()) node.ticks();
    }
    after(1_000, this::tick);
  }

  private final class Node implements Incarnation.Home {
    private final Map<String, Incarnation<?, ?>> entities = new TreeMap<>();
    private final List<Runnable> backlog = new ArrayList<>();
    private boolean up = true;
    private boolean member = true;
    private boolean fresh;
    private long thawsAt;
    private long born = Village.DAWN;
    private long heard = Village.DAWN;
    private long leaseUntil = Village.DAWN + LEASE;
    private int life;

    boolean frozen() {
      return now < thawsAt;
    }

    void arrives(Address to, Incarnation.Arrived message) {
      if (!up) return;
      if (frozen()) {
        int alive = life;
        backlog.add(
            () -> {
              if (alive == life) arrives(to, message);
            });
        return;
      }
      if (!member && !entities.containsKey(to.toString())) return;
      entity(to).receive(message);
    }

    /** It goes on as if nothing had been, until it learns what was. */
    void thaw() {
      if (!up) return;
      List<Runnable> missed = List.copyOf(backlog);
      backlog.clear();
      missed.forEach(Runnable::run);
      if (!member) after(LEARNS, this::dies);
    }

    void dies() {
      up = false;
      life++;
      entities.clear();
      backlog.clear();
      thawsAt = 0;
      after(
          1_500,
          () -> {
            up = true;
            fresh = true;
            born = now;
          });
    }

    void joins() {
      member = true;
      fresh = false;
      heard = now;
      leaseUntil = now + LEASE;
      // What it is to be home of now is handed over: the others let it go, with what is unwritten.
      for (Node other : nodes) {
        if (other != this && !other.frozen()) {
          other.entities.keySet().removeIf(e -> home(Address.parse(e)) != other);
        }
      }
    }

    void ticks() {
      List.copyOf(entities.values()).stream().filter(Incarnation::busy).forEach(Incarnation::tick);
    }

    private Incarnation<?, ?> entity(Address address) {
      return entities.computeIfAbsent(
          address.toString(), a -> incarnate(machines.apply(address), address));
    }

    private <S, E> Incarnation<S, E> incarnate(Machine<S, E> machine, Address address) {
      return new Incarnation<>(address, machine, log(address), this, fault == Fault.ANSWERS_FIRST);
    }

    @Override
    public long millis() {
      return now;
    }

    @Override
    public boolean mayAct() {
      return fault == Fault.NO_LEASE || now < leaseUntil;
    }

    @Override
    public void writeSoon(Incarnation<?, ?> entity) {
      int alive = life;
      long takes = fault == Fault.ANSWERS_FIRST ? 50 : 1 + random.nextInt(3);
      after(takes, () -> written(entity, alive));
    }

    private void written(Incarnation<?, ?> entity, int alive) {
      if (alive != life || !entities.containsValue(entity)) return;
      if (frozen()) backlog.add(() -> written(entity, alive));
      else if (!entity.write()) entities.values().remove(entity);
    }

    @Override
    public void journal(Address entity, List<?> events) {
      List<Object> log = journal.computeIfAbsent(entity.toString(), e -> new ArrayList<>());
      events.forEach(e -> log.add(wire.apply(e)));
    }

    @Override
    public void send(Address to, Message message, Hlc hlc, @Nullable Integer caller) {
      SimulatedCluster.this.send(to, message, hlc, caller);
    }

    @Override
    public void tell(int caller, Response response) {
      after(random.nextInt(3), () -> clients.accept(caller, response));
    }
  }
}
