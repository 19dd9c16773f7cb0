package org.mmm.interpreter;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.SplittableRandom;
import org.mmm.script.Operand;
import org.mmm.script.Operand.Num;
import org.mmm.script.Operand.Quantity;

/**
 * The random numbers of one step. They depend on the seed and the step alone, so a resumed run and
 * sentences performed together draw what an undisturbed run draws.
 */
final class Draw {
  private static final int DIGITS = 6;

  private final SplittableRandom random;

  Draw(long seed, Step step) {
    long mixed = seed;
    for (int i = 0; i < step.path().length(); i++) {
      mixed = mixed * 1_000_003 + step.path().charAt(i);
    }
    this.random = new SplittableRandom(mixed);
  }

  /** The value of a number; whole if both ends of what it is drawn from are whole. */
  BigDecimal number(Quantity quantity) {
    if (quantity instanceof Num number) {
      return number.value();
    }
    Operand.Random drawn = (Operand.Random) quantity;
    BigDecimal from = number(drawn.from());
    BigDecimal to = number(drawn.to());
    if (from.compareTo(to) > 0) {
      throw new IllegalArgumentException(
          "random(" + from + ", " + to + "): the first must not be greater than the second");
    }
    if (isWhole(from) && isWhole(to)) {
      return BigDecimal.valueOf(random.nextLong(from.longValueExact(), to.longValueExact() + 1));
    }
    BigDecimal width = to.subtract(from);
    return from.add(width.multiply(BigDecimal.valueOf(random.nextDouble())))
        .setScale(DIGITS, RoundingMode.HALF_UP)
        .stripTrailingZeros();
  }

  Operand pick(List<Operand> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  private static boolean isWhole(BigDecimal number) {
    return number.stripTrailingZeros().scale() <= 0;
  }
}
