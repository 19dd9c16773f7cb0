package org.mmm.faults;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/**
 * Who asks what: Items that change places and owners, a landlord who gives and takes Rights, and
 * Messages. It follows what is acknowledged, so that most of what it asks can be done.
 */
final class Workload {
  /** Owns the places that are not open. */
  static final String LANDLORD = "Landlord";

  private record Owned(String owner, String offeredTo) {}

  /** One deed and who asks for it. */
  record Asked(String who, Deed deed) {}

  private final List<String> users;
  private final List<String> items;
  private final List<String> places;
  private final List<String> closed;
  private final Map<String, Owned> believed = new TreeMap<>();
  private final Deque<Asked> urgent = new ArrayDeque<>();
  private int messages;

  Workload(Setting setting, List<String> users) {
    this.users = List.copyOf(users);
    this.items = setting.items().keySet().stream().sorted().toList();
    this.places = setting.places().keySet().stream().sorted().toList();
    this.closed = places.stream().filter(p -> !setting.place(p).open()).toList();
    setting.items().forEach((item, s) -> believed.put(item, new Owned(s.owner(), "")));
  }

  /** So many Users with so many Items each, an open yard, and places with few seats or a door. */
  static Setting setting(List<String> users, int itemsEach) {
    Map<String, Sight> items = new TreeMap<>();
    for (String user : users) {
      for (int i = 1; i <= itemsEach; i++) items.put("Ball" + i + user, new Sight(user, "Yard"));
    }
    int some = Math.max(1, items.size() / 3);
    return new Setting(
        items,
        Map.of(
            "Yard", new Setting.Place(0, true),
            "Park", new Setting.Place(some, true),
            "Club", new Setting.Place(0, false),
            "Den", new Setting.Place(some, false)));
  }

  static List<String> users(int count) {
    List<String> users = new ArrayList<>();
    for (int i = 1; i <= count; i++) users.add("User" + i);
    return users;
  }

  synchronized Asked next(RandomGenerator random) {
    if (!urgent.isEmpty()) return urgent.remove();
    String item = of(items, random);
    Owned owned = owned(item);
    String user = of(users, random);
    int drawn = random.nextInt(100);
    if (drawn < 25) return new Asked("", new Deed.Look(item));
    if (drawn < 60) {
      String who = random.nextInt(10) == 0 ? user : owned.owner();
      return new Asked(who, new Deed.Move(item, of(places, random)));
    }
    if (drawn < 78) {
      return owned.offeredTo().isEmpty()
          ? new Asked(owned.owner(), new Deed.Offer(item, user))
          : new Asked(owned.offeredTo(), new Deed.Take(item, owned.owner()));
    }
    if (drawn < 93) {
      boolean may = random.nextInt(5) < 3;
      return new Asked(LANDLORD, new Deed.Allow(owned.owner(), item, of(closed, random), may));
    }
    List<String> others = users.stream().filter(u -> !u.equals(user)).toList();
    return new Asked(user, new Deed.Send("Letter" + ++messages, of(others, random)));
  }

  /** What came of it. */
  synchronized void learn(Op op) {
    if (op.deed() instanceof Deed.Take d) {
      believed.put(d.item(), op.ok() ? new Owned(op.who(), "") : new Owned(d.seller(), ""));
    }
    if (op.deed() instanceof Deed.Offer d) {
      believed.put(d.item(), new Owned(op.who(), op.ok() ? d.buyer() : ""));
    }
    if (op.deed() instanceof Deed.Allow d && !d.may() && op.ok()) {
      urgent.add(new Asked("", new Deed.Look(d.item())));
    }
    if (op.deed() instanceof Deed.Look d && op.seen() != null) {
      String to =
          owned(d.item()).owner().equals(op.seen().owner()) ? owned(d.item()).offeredTo() : "";
      believed.put(d.item(), new Owned(op.seen().owner(), to));
    }
  }

  private Owned owned(String item) {
    return believed.getOrDefault(item, new Owned(users.get(0), ""));
  }

  private static <T> T of(List<T> all, RandomGenerator random) {
    return all.get(random.nextInt(all.size()));
  }
}
