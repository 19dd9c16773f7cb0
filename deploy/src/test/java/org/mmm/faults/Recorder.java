package org.mmm.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Writes histories by hand: one deed after the other, or beside each other, with a good end. */
final class Recorder {
  private final Map<String, Sight> items = new TreeMap<>();
  private final Map<String, Setting.Place> places = new TreeMap<>();
  private final List<Op> ops = new ArrayList<>();
  private final Map<String, List<Aftermath.Entry>> logs = new TreeMap<>();
  private @Nullable Map<String, Sight> last;
  private long clock;

  Recorder item(String item, String owner, String place) {
    items.put(item, new Sight(owner, place));
    return this;
  }

  Recorder place(String place, int capacity, boolean open) {
    places.put(place, new Setting.Place(capacity, open));
    return this;
  }

  /** Done at once, before the next. */
  Recorder ok(String who, Deed deed) {
    return ok(who, deed, ++clock, ++clock);
  }

  Recorder ok(String who, Deed deed, long began, long ended) {
    return add(who, deed, began, ended, Op.End.OK, "", null);
  }

  Recorder refused(String who, Deed deed, String reason) {
    return add(who, deed, ++clock, ++clock, Op.End.REFUSED, reason, null);
  }

  Recorder unknown(String who, Deed deed) {
    return add(who, deed, ++clock, null, Op.End.UNKNOWN, "", null);
  }

  Recorder sees(String item, String owner, String place) {
    return sees(item, owner, place, ++clock, ++clock);
  }

  Recorder sees(String item, String owner, String place, long began, long ended) {
    Sight sight = new Sight(owner, place);
    return add("Operator", new Deed.Look(item), began, ended, Op.End.OK, "", sight);
  }

  /** What the Item shows in the end. */
  Recorder ends(String item, String owner, String place) {
    if (last == null) last = new TreeMap<>(items);
    last.put(item, new Sight(owner, place));
    return this;
  }

  /** The log of that Process loses its newest entry, or has it twice. */
  Recorder log(String process, boolean twice) {
    List<Aftermath.Entry> log = logs.getOrDefault(process, new ArrayList<>());
    Aftermath.Entry newest = log.get(log.size() - 1);
    if (twice) log.add(newest);
    else log.remove(newest);
    return this;
  }

  History history() {
    Map<String, Sight> end = last == null ? items : last;
    Map<String, List<String>> inside = new TreeMap<>();
    places.keySet().forEach(p -> inside.put(p, new ArrayList<>()));
    end.forEach((item, s) -> inside.computeIfAbsent(s.place(), p -> new ArrayList<>()).add(item));
    return new History(new Setting(items, places), ops, new Aftermath(end, inside, logs));
  }

  private Recorder add(
      String who,
      Deed deed,
      long began,
      @Nullable Long ended,
      Op.End end,
      String reason,
      @Nullable Sight seen) {
    int id = ops.size() + 1;
    boolean look = deed instanceof Deed.Look;
    String action = look || end == Op.End.UNKNOWN ? "" : "PA-" + who + "-" + id;
    ops.add(new Op(id, who, look ? "" : "k" + id, deed, began, ended, end, reason, action, seen));
    clock = Math.max(clock, ended == null ? began : ended);
    if (action.isEmpty()) return this;
    var entry = new Aftermath.Entry(action, who, deed.getClass().getSimpleName(), reason);
    logs.computeIfAbsent(who, w -> new ArrayList<>()).add(entry);
    if (deed instanceof Deed.Send send && reason.isEmpty()) {
      logs.computeIfAbsent(send.receiver(), w -> new ArrayList<>()).add(entry);
    }
    return this;
  }
}
