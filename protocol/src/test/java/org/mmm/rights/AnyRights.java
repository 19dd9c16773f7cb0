package org.mmm.rights;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.jspecify.annotations.Nullable;
import org.mmm.action.Action;
import org.mmm.action.Edition;
import org.mmm.items.DeonticVerb;
import org.mmm.items.Level;
import org.mmm.pa.Complements;
import org.mmm.pa.ProcessAction;

/** Any Rights, requests and facts over so few names that they often meet. */
final class AnyRights {
  private static final String[] PROCESSES = {"Anna", "Bruno", "ParcelService"};
  private static final String[] OBJECTS = {"Persona1", "Persona2", "Room1"};
  private static final String[] PLACES = {"Room1", "Room2", "ParcelService", "PASrvc", "Bruno"};

  private AnyRights() {}

  static Arbitrary<Pattern> patterns() {
    return Combinators.combine(
            maybe("Bruno"),
            Arbitraries.of(Action.class),
            maybe(OBJECTS),
            places(),
            Arbitraries.of(Set.<String>of(), Set.of("Room2")),
            maybe("ParcelService", "PASrvc"),
            maybe("Bruno", "Persona1"))
        .as(
            (subject, verb, nil, places, from, by, of) ->
                new Pattern(
                    orNull(subject),
                    verb,
                    orNull(nil),
                    Set.copyOf(places),
                    from,
                    orNull(by),
                    orNull(of)));
  }

  static Arbitrary<Right> rights() {
    return Combinators.combine(
            Arbitraries.of(DeonticVerb.class),
            patterns(),
            Arbitraries.of(PROCESSES),
            maybe(PLACES),
            Arbitraries.longs().between(0, 2),
            Arbitraries.integers().between(0, 30),
            Arbitraries.of(true, true, true, false))
        .as(
            (verb, pattern, giver, stamp, epoch, number, always) ->
                new Right(
                    "R" + number,
                    verb,
                    Level.GRANTED,
                    pattern,
                    always ? null : new Window(Story.NOON + 1, null),
                    giver,
                    stamp.isEmpty() ? null : new Stamp(stamp, epoch),
                    Story.NOON));
  }

  static Arbitrary<List<Right>> lists() {
    return rights().list().ofMaxSize(30);
  }

  static Arbitrary<ProcessAction> requests() {
    Arbitrary<Complements> complements =
        Combinators.combine(
                maybe(OBJECTS),
                places(),
                places(),
                maybe("Room2"),
                maybe("ParcelService", "PASrvc"),
                maybe("Bruno", "Persona1"))
            .as(
                (nil, at, to, from, by, of) ->
                    new Complements(
                        orNull(nil), at, some(by), some(from), to, orNull(of), List.of()));
    return Combinators.combine(
            Arbitraries.of(PROCESSES),
            Arbitraries.of(Action.class),
            Arbitraries.of(Edition.class),
            complements)
        .as(ProcessAction::new);
  }

  static Arbitrary<Facts> facts() {
    Arbitrary<List<Facts.Enclosing>> around =
        Arbitraries.of(PROCESSES).map(p -> new Facts.Enclosing("Square", p)).list().ofMaxSize(2);
    return Combinators.combine(
            Arbitraries.of("Room1", "Persona1", "Persona2", "PASrvc"),
            Arbitraries.of(PROCESSES),
            Arbitraries.longs().between(0, 2),
            Arbitraries.of(true, false),
            around)
        .as(Facts::new);
  }

  /** No jqwik null here: an empty text stands for an open slot. */
  private static Arbitrary<String> maybe(String... ids) {
    List<String> all = new ArrayList<>(List.of(ids));
    all.add("");
    return Arbitraries.of(all);
  }

  private static Arbitrary<List<String>> places() {
    return Arbitraries.of(PLACES).list().uniqueElements().ofMaxSize(2);
  }

  private static @Nullable String orNull(String id) {
    return id.isEmpty() ? null : id;
  }

  private static List<String> some(String id) {
    return id.isEmpty() ? List.of() : List.of(id);
  }
}
