package org.mmm.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import org.pcollections.PSet;

/** Random histories of an honest Item, and the same with one lie in them. */
@Label("Of random histories, the checker")
class CheckerPropertyTest {
  private static final List<String> USERS = List.of("Anna", "Bruno", "Carla");
  private static final List<String> PLACES = List.of("Yard", "Park", "Club");
  private static final Setting SETTING =
      new Setting(
          java.util.Map.of("Ball", new Sight("Anna", "Yard")),
          java.util.Map.of(
              "Yard", new Setting.Place(0, true),
              "Park", new Setting.Place(0, true),
              "Club", new Setting.Place(0, false)));

  @Property(tries = 100)
  @Label("accepts those of an honest Item")
  void honest(@ForAll long seed) {
    List<Op> ops = ops(new Random(seed));
    assertThat(search(ops)).isEmpty();
  }

  @Property(tries = 100)
  @Label("refuses one sight that never was")
  void lie(@ForAll long seed) {
    Random random = new Random(seed);
    List<Op> ops = ops(random);
    List<Integer> looks = new ArrayList<>();
    for (int i = 0; i < ops.size(); i++) if (ops.get(i).seen() != null) looks.add(i);
    int at = looks.get(random.nextInt(looks.size()));
    Op look = ops.get(at);
    ops.set(at, look.ending(Op.End.OK, look.ended(), "", new Sight("Nobody", "Yard")));
    assertThat(search(ops)).isPresent();
  }

  @Property(tries = 100)
  @Label("refuses an answer that was given and forgotten")
  void lost(@ForAll long seed) {
    Random random = new Random(seed);
    List<Op> ops = ops(random);
    ops.removeIf(Op::unknown); // such a one might explain it
    Possession end = end(ops);
    String elsewhere = end.place().equals("Yard") ? "Park" : "Yard";
    int id = 1_000;
    long at = 10L * id;
    Deed move = new Deed.Move("Ball", elsewhere);
    ops.add(new Op(id, end.owner(), "k", move, at, at + 1, Op.End.OK, "", "PA", null));
    ops.add(look(id + 1, at + 2, new Sight(end.owner(), end.place())));
    assertThat(search(ops)).isPresent();
  }

  private static java.util.Optional<String> search(List<Op> ops) {
    return new Linearization<>(
            Possession.of(new Sight("Anna", "Yard")), (Possession s, Op op) -> s.after(op, SETTING))
        .contradiction(ops);
  }

  private static Possession end(List<Op> ops) {
    Possession now = Possession.of(new Sight("Anna", "Yard"));
    for (Op op : ops) if (!op.unknown()) now = now.after(op, SETTING).orElseThrow();
    return now;
  }

  /** Done one after the other, at 10, 20, 30..., and told a little earlier and later. */
  private static List<Op> ops(Random random) {
    Possession now = Possession.of(new Sight("Anna", "Yard"));
    List<Op> ops = new ArrayList<>();
    while (ops.size() < 40) {
      int id = ops.size() + 1;
      long began = 10L * id - random.nextInt(15);
      long ended = 10L * id + random.nextInt(15);
      Deed deed = ops.size() == 20 ? new Deed.Look("Ball") : deed(now, random);
      if (deed instanceof Deed.Look) {
        Sight seen = new Sight(now.owner(), now.place());
        ops.add(new Op(id, "Op", "", deed, began, ended, Op.End.OK, "", "", seen));
        continue;
      }
      String who = deed instanceof Deed.Take ? now.offeredTo() : now.owner();
      if (random.nextInt(20) == 0) { // it never happens, and nobody knows
        ops.add(new Op(id, who, "k" + id, deed, began, null, Op.End.UNKNOWN, "", "", null));
        continue;
      }
      Op op = new Op(id, who, "k" + id, deed, began, ended, Op.End.OK, "", "PA" + id, null);
      now = now.after(op, SETTING).orElseThrow();
      ops.add(op);
    }
    return ops;
  }

  private static Deed deed(Possession now, Random random) {
    String user = USERS.get(random.nextInt(USERS.size()));
    String place = PLACES.get(random.nextInt(PLACES.size()));
    return switch (random.nextInt(6)) {
      case 0 -> new Deed.Offer("Ball", user);
      case 1 ->
          now.offeredTo().isEmpty() ? new Deed.Look("Ball") : new Deed.Take("Ball", now.owner());
      case 2 -> new Deed.Allow(user, "Ball", "Club", random.nextBoolean());
      case 3 -> new Deed.Look("Ball");
      default -> new Deed.Move("Ball", allowed(now, place) ? place : "Park");
    };
  }

  private static boolean allowed(Possession now, String place) {
    PSet<String> rights = now.rights();
    return !place.equals("Club") || rights.contains(now.owner() + " at Club");
  }

  private static Op look(int id, long at, Sight seen) {
    return new Op(id, "Op", "", new Deed.Look("Ball"), at, at + 1, Op.End.OK, "", "", seen);
  }
}
