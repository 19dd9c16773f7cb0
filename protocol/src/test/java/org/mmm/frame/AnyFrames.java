package org.mmm.frame;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.DomainContextBase;

/** Frames of every kind, with whatever they can hold. */
final class AnyFrames extends DomainContextBase {
  private static final Arbitrary<Long> U32 = Arbitraries.longs().between(0, Range.U32);
  private static final Arbitrary<Integer> SLOT =
      Arbitraries.integers().between(0, RoomFrame.SLOTS - 1);

  @Provide
  Arbitrary<Pose> poses() {
    var across = Arbitraries.integers().between(Quantised.LEAST, Quantised.GREATEST);
    var up = Arbitraries.integers().between(0, Quantised.HIGHEST);
    var tilt = Arbitraries.integers().between(0, Quantised.TILT_TURN - 1);
    return Combinators.combine(across, up, across, up, tilt, tilt).as(Pose::new);
  }

  @Provide
  Arbitrary<MotionFrame> motions() {
    var sequence = Arbitraries.integers().between(1, Range.U16);
    return Combinators.combine(U32, U32, sequence, poses()).as(MotionFrame::new);
  }

  @Provide
  Arbitrary<RoomFrame> rooms() {
    var flag = Arbitraries.of(true, false);
    var rate = Arbitraries.integers().between(1, 60);
    return Combinators.combine(
            flag,
            U32,
            U32,
            U32,
            rate,
            members().list().ofMaxSize(9),
            happenings().list().ofMaxSize(9))
        .as(RoomFrame::new);
  }

  private Arbitrary<Member> members() {
    var flag = Arbitraries.of(true, false);
    var input = Arbitraries.integers().between(0, Range.U16);
    return Combinators.combine(SLOT, input, poses(), flag, flag).as(Member::new);
  }

  private Arbitrary<Happening> happenings() {
    var flag = Arbitraries.of(true, false);
    var text = Arbitraries.strings().excludeChars(surrogates()).ofMaxLength(40);
    return Arbitraries.oneOf(
        Combinators.combine(SLOT, U32, text, text, text, flag).as(Happening.Came::new),
        SLOT.map(Happening.Left::new),
        Combinators.combine(SLOT, U32).as(Happening.Placed::new),
        Combinators.combine(SLOT, flag).as(Happening.Perceived::new),
        Combinators.combine(text, text, text).as(Happening.Said::new),
        Combinators.combine(SLOT, U32, text).as(Happening.Animated::new));
  }

  private static char[] surrogates() {
    char[] all = new char[Character.MAX_SURROGATE - Character.MIN_SURROGATE + 1];
    for (int i = 0; i < all.length; i++) all[i] = (char) (Character.MIN_SURROGATE + i);
    return all;
  }
}
