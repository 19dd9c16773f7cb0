package org.mmm.rights;

import static org.mmm.items.DeonticVerb.MAY;
import static org.mmm.items.DeonticVerb.MAY_NOT;
import static org.mmm.items.DeonticVerb.MUST;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mmm.action.Action;
import org.mmm.action.Edition;
import org.mmm.items.DeonticVerb;
import org.mmm.items.Level;
import org.mmm.pa.Complements;
import org.mmm.pa.ProcessAction;

/** The words in which these tests tell their stories: Anna owns Room1, Bruno is her guest. */
final class Story {
  static final String ANNA = "Anna";
  static final String BRUNO = "Bruno";
  static final String CARLA = "Carla";
  static final String MI = "MI1";
  static final long NOON = 1_767_323_045_000L; // 2026-01-02T03:04:05Z

  static final Facts ROOM = Facts.of("Room1", ANNA, 1, false);

  private Story() {}

  static ProcessAction asks(String who, Action verb, Complements said) {
    Edition edition = verb.in(Edition.TEC_2_2) ? Edition.TEC_2_2 : Edition.ARC_1_2;
    return new ProcessAction(who, verb, edition, said);
  }

  static ProcessAction asks(String who, Action verb, String object, String... places) {
    return asks(who, verb, Complements.nil(object).withAt(places));
  }

  static Pattern pattern(Action verb, @Nullable String object, String... places) {
    return Pattern.of(verb, Complements.NONE.withNil(object).withAt(places));
  }

  static Right may(String id, String giver, Pattern pattern) {
    return given(id, MAY, giver, pattern, stampOf(pattern, 1));
  }

  static Right mayNot(String id, String giver, Pattern pattern) {
    return given(id, MAY_NOT, giver, pattern, stampOf(pattern, 1));
  }

  static Right must(String id, String giver, Pattern pattern) {
    return given(id, MUST, giver, pattern, stampOf(pattern, 1));
  }

  static Right original(String id, Pattern pattern) {
    return new Right(id, MAY, Level.ORIGINAL, pattern, null, MI, null, NOON);
  }

  static Right given(
      String id, DeonticVerb verb, String giver, Pattern pattern, @Nullable Stamp stamp) {
    return new Right(id, verb, Level.GRANTED, pattern, null, giver, stamp, NOON);
  }

  static Right stamped(Right right, Stamp stamp) {
    return new Right(
        right.id(),
        right.verb(),
        right.level(),
        right.pattern(),
        right.window(),
        right.giver(),
        stamp,
        right.givenMillis());
  }

  static Right during(Right right, Window window) {
    return new Right(
        right.id(),
        right.verb(),
        right.level(),
        right.pattern(),
        window,
        right.giver(),
        right.stamp(),
        right.givenMillis());
  }

  static HeldRights holding(Right... rights) {
    return HeldRights.of(List.of(rights));
  }

  private static @Nullable Stamp stampOf(Pattern pattern, long epoch) {
    return pattern.target().map(entity -> new Stamp(entity, epoch)).orElse(null);
  }
}
