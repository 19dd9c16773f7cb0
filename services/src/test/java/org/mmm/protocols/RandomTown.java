package org.mmm.protocols;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.mmm.action.Action;
import org.mmm.items.DeonticVerb;
import org.mmm.items.Level;
import org.mmm.items.ProcessType;
import org.mmm.pa.Complements;
import org.mmm.rights.Pattern;
import org.mmm.rights.Quotas;
import org.mmm.rights.Right;
import org.mmm.rights.Rule;
import org.mmm.rights.RuleBook;
import org.mmm.rights.Stamp;
import org.mmm.rights.Window;
import org.mmm.simulation.Chance;

/** Who owns what, stands where and may do what there: all as chance has it. */
final class RandomTown {
  static final List<String> USERS = List.of("Anna", "Bruno", "Carla");
  static final List<String> PLACES = List.of("Yard", "Red", "Blue", "Green", "Land");
  static final List<String> THINGS = List.of("Persona1", "Persona2", "Chair");
  static final String DEVICE = "AnnasDevice";
  static final String DATA = "Data-000000000001";
  static final String STREAM = "Stream-000000000001";
  static final String HOME = "Home";

  private static final List<Action> RULED =
      List.of(
          Action.MM_EMBED,
          Action.MM_MOVE,
          Action.MM_DISABLE,
          Action.MM_ANIMATE,
          Action.MM_SEND,
          Action.IDENTIFY,
          Action.MU_ACTUATE,
          Action.UM_CAPTURE,
          Action.TRACK);

  private final Chance chance;

  RandomTown(Chance chance) {
    this.chance = chance;
  }

  Town town() {
    Town town = new Town().rules(rules(), Quotas.DEFAULT);
    for (String user : USERS) town.process(user, "User", user, rights(3));
    town.process(DEVICE, "Device", "Anna", rights(1));
    for (int i = 0; i < PLACES.size(); i++) {
      String place = PLACES.get(i);
      boolean land = place.equals("Land");
      String owner = land && likely(3) ? "ParcelService" : of(USERS);
      String in = i == 0 ? null : of(PLACES.subList(0, i));
      town.place(place, land ? "Parcel" : "Room", owner, likely(2), chance.next(3) * 4, in);
      if (land ? likely(3) : likely(6)) town.offers(place, price(), buyers());
    }
    for (String thing : THINGS) {
      String dataType = thing.equals("Chair") ? "Model" : "Persona";
      town.item(thing, dataType, of(USERS), likely(6), likely(4) ? of(PLACES) : null);
      if (likely(4)) town.offers(thing, price(), buyers());
    }
    town.item(DATA, "Data", of(USERS), likely(3), null);
    town.item(STREAM, "Stream", of(USERS), likely(3), null);
    return town.item(HOME, "ULocation", of(USERS), likely(2), null);
  }

  /** Rights, or May Nots, with what they are worth left open. */
  private List<Right> rights(int most) {
    List<Right> rights = new ArrayList<>();
    for (int i = chance.next(most + 1); i > 0; i--) {
      Pattern pattern = pattern();
      String target = pattern.target().orElse("");
      rights.add(
          new Right(
              "Right-" + i,
              likely(4) ? DeonticVerb.MAY : DeonticVerb.MAY_NOT,
              Level.GRANTED,
              pattern,
              likely(6) ? null : window(),
              likely(8) ? of(USERS) : "M1",
              likely(8) ? new Stamp(target, likely(8) ? 0 : 1) : null,
              Town.NOON - 1_000 * i));
    }
    return rights;
  }

  private Window window() {
    return likely(2)
        ? new Window(null, Town.NOON - 500)
        : new Window(Town.NOON - 500, Town.NOON + 3_600_000);
  }

  private RuleBook rules() {
    List<Rule> rules = new ArrayList<>();
    while (chance.next(3) == 0) {
      var who = likely(2) ? ProcessType.USER : ProcessType.DEVICE;
      rules.add(new Rule(who, DeonticVerb.MAY_NOT, pattern()));
    }
    return new RuleBook("M1", 1, rules);
  }

  private Pattern pattern() {
    Action action = of(RULED);
    Complements c = Complements.NONE;
    boolean placing = action == Action.MM_EMBED || action == Action.MM_MOVE;
    if (placing || likely(3)) c = c.withNil(likely(2) ? of(THINGS) : thing(action));
    if (placing && likely(4)) c = c.withNil(likely(2) ? null : c.nil()).withAt(of(PLACES));
    if (action == Action.UM_CAPTURE) c = Complements.NONE.withAt(HOME);
    return Pattern.of(action, c);
  }

  private static String thing(Action action) {
    return action == Action.IDENTIFY ? DATA : action == Action.MU_ACTUATE ? "Chair" : "Persona1";
  }

  private BigDecimal price() {
    return likely(4) ? BigDecimal.ZERO : BigDecimal.TEN;
  }

  private Set<String> buyers() {
    return likely(3) ? Set.of() : Set.of(of(USERS));
  }

  <T> T of(List<T> all) {
    return all.get(chance.next(all.size()));
  }

  /** True in all but one of so many cases. */
  boolean likely(int cases) {
    return chance.next(cases) != 0;
  }
}
