package org.mmm.faults;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.mmm.action.Action;
import org.mmm.action.Edition;
import org.mmm.directory.Buckets;
import org.mmm.directory.DirectoryEvent;
import org.mmm.kernel.Address;
import org.mmm.kernel.Ask;
import org.mmm.kernel.Hlc;
import org.mmm.kernel.Machine;
import org.mmm.kernel.Message;
import org.mmm.kernel.Name;
import org.mmm.kernel.Query;
import org.mmm.kernel.Reply;
import org.mmm.kernel.Response;
import org.mmm.pa.Complements;
import org.mmm.pa.PaStatus;
import org.mmm.pa.ProcessAction;
import org.mmm.rights.Grounds;

/** A workload on a {@link SimulatedCluster} with faults: the whole history of one seed. */
final class SimulatedRun {
  private static final int CLIENTS = 6;
  private static final long WORKS = 25_000;

  /** After so long without an answer it is asked again. */
  private static final long PATIENCE = 3_000;

  private static final int TRIES = 8;

  private final List<String> users = Workload.users(4);
  private final Setting setting = Workload.setting(users, 1);
  private final Village village = new Village(setting, users);
  private final Workload workload = new Workload(setting, users);
  private final SimulatedCluster cluster;
  private final Random random;
  private final List<Op> ops = new ArrayList<>();
  private final Map<Integer, Consumer<Response>> callers = new HashMap<>();
  private int lastCaller;
  private int lastOp;

  private SimulatedRun(
      long seed, SimulatedCluster.Fault fault, Function<Machine<?, ?>, Machine<?, ?>> mutant) {
    random = new Random(~seed);
    cluster =
        new SimulatedCluster(seed, fault, village, self -> mutant.apply(Village.machine(self)));
    cluster.clients(
        (caller, response) -> {
          Consumer<Response> waits = callers.remove(caller);
          if (waits != null) waits.accept(response);
        });
  }

  /**
   * What the clients see with that seed.
   *
   * @param mutant what the machines are made into
   */
  static History of(
      long seed, SimulatedCluster.Fault fault, Function<Machine<?, ?>, Machine<?, ?>> mutant) {
    return new SimulatedRun(seed, fault, mutant).history();
  }

  private History history() {
    for (int i = 0; i < CLIENTS; i++) cluster.after(random.nextInt(200), this::next);
    for (long at = 3_000; at < WORKS; at += 7_000) {
      int node = random.nextInt(3);
      boolean kill = random.nextBoolean();
      long standsStill = 2_000L * (1 + random.nextInt(4)) + 500;
      cluster.after(
          at + random.nextInt(2_000),
          () -> {
            if (kill) cluster.kill(node);
            else cluster.freeze(node, standsStill);
          });
    }
    cluster.runUntil(Village.DAWN + WORKS + 40_000);
    return new History(setting, ops, aftermath());
  }

  private void next() {
    if (cluster.now() > Village.DAWN + WORKS) return;
    Workload.Asked asked = workload.next(random);
    int id = ++lastOp;
    attempt(id, asked, cluster.step(), 1);
  }

  private void attempt(int id, Workload.Asked asked, long began, int times) {
    int caller = ++lastCaller;
    callers.put(caller, response -> answered(id, asked, began, times, response));
    cluster.send(to(asked), message(id, asked), Hlc.ZERO, caller);
    cluster.after(
        PATIENCE,
        () -> {
          if (callers.remove(caller) == null) return;
          if (times < TRIES) attempt(id, asked, began, times + 1);
          else ended(op(id, asked, began, null, Op.End.UNKNOWN, "", "", null));
        });
  }

  private void answered(int id, Workload.Asked asked, long began, int times, Response response) {
    long at = cluster.step();
    if (response instanceof Response.View view) {
      Sight seen =
          new Sight(
              view.body().path("owner").asText(), view.body().path("place").path("at").asText());
      ended(op(id, asked, began, at, Op.End.OK, "", "", seen));
    } else if (response instanceof Response.Performed performed) {
      Reply reply = performed.reply();
      String reason = reply.status() instanceof PaStatus.Err e ? e.reason().wireName() : "";
      if (reason.equals("Unable") && times < TRIES) {
        cluster.after(300, () -> attempt(id, asked, began, times + 1));
        return;
      }
      Op.End end = reason.isEmpty() ? Op.End.OK : Op.End.REFUSED;
      ended(op(id, asked, began, at, end, reason, performed.processActionId(), null));
    } else {
      throw new AssertionError(asked + " was answered " + response);
    }
  }

  private void ended(Op op) {
    ops.add(op);
    workload.learn(op);
    cluster.after(random.nextInt(300), this::next);
  }

  private static Op op(
      int id,
      Workload.Asked asked,
      long began,
      @Nullable Long ended,
      Op.End end,
      String reason,
      String action,
      @Nullable Sight seen) {
    String key = asked.deed() instanceof Deed.Look ? "" : "k" + id;
    return new Op(id, asked.who(), key, asked.deed(), began, ended, end, reason, action, seen);
  }

  private static Address to(Workload.Asked asked) {
    return asked.deed() instanceof Deed.Look look
        ? Address.item(look.item())
        : Address.process(asked.who());
  }

  private Message message(int id, Workload.Asked asked) {
    if (asked.deed() instanceof Deed.Look look) return new Message.Read(show(look.item()));
    ProcessAction sentence = Village.sentence(asked.who(), asked.deed());
    Map<String, Name> names = new HashMap<>(village.names());
    if (asked.deed() instanceof Deed.Send send) claimed(send.message(), names);
    String kind = asked.deed() instanceof Deed.Take ? "Transaction" : "Message";
    List<String> fresh = List.of(String.format("%s-%012d", kind, id));
    long notAfter = cluster.now() + 10_000;
    return new Message.Submit(
        new Ask(
            "k" + id, sentence.toString(), sentence, names, fresh, notAfter, false, "token", null));
  }

  /** What the gateway finds in the directory. */
  private void claimed(String name, Map<String, Name> names) {
    for (Object event : cluster.log(Buckets.of(name))) {
      if (event instanceof DirectoryEvent.Claimed e && e.name().equals(name)) {
        names.put(name, e.as());
      }
    }
  }

  private static Query show(String item) {
    Complements nil = Complements.nil(item);
    return new Query.Show(
        new ProcessAction("", Action.INFORM, Edition.TEC_2_2, nil), Grounds.NONE, true);
  }

  /** What the entities say in the end, asked until they do. */
  private Aftermath aftermath() {
    Map<String, Sight> items = new TreeMap<>();
    Map<String, List<String>> inside = new TreeMap<>();
    Map<String, List<Aftermath.Entry>> logs = new TreeMap<>();
    for (String item : setting.items().keySet()) {
      var body = read(Address.item(item), show(item));
      items.put(item, new Sight(body.path("owner").asText(), body.at("/place/at").asText()));
    }
    for (String place : setting.places().keySet()) {
      var body = read(Address.place(place), show(place));
      List<String> seats = inside.computeIfAbsent(place, p -> new ArrayList<>());
      body.path("inside").forEach(i -> seats.add(i.asText()));
    }
    List<String> processes = new ArrayList<>(users);
    processes.add(Workload.LANDLORD);
    for (String process : processes) {
      var body = read(Address.process(process), new Query.Activity(0, 1_000, false, null));
      if (!body.path("complete").asBoolean()) throw new AssertionError("the run is too long");
      logs.put(process, Journals.entries(body));
    }
    return new Aftermath(items, inside, logs);
  }

  private com.fasterxml.jackson.databind.JsonNode read(Address entity, Query query) {
    for (int times = 0; times < 100; times++) {
      List<Response> answers = new ArrayList<>();
      int caller = ++lastCaller;
      callers.put(caller, answers::add);
      cluster.send(entity, new Message.Read(query), Hlc.ZERO, caller);
      cluster.runUntil(cluster.now() + 1_000);
      if (!answers.isEmpty() && answers.get(0) instanceof Response.View view) return view.body();
    }
    throw new AssertionError(entity + " never answers");
  }
}
