package org.mmm.protocols;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.mmm.simulation.Exploration;
import org.mmm.simulation.Faults;

/** How far small cases are explored, and how often large ones are tried. */
final class Small {
  /** More states than this take too long. */
  static final int STATES = 150_000;

  static final int SEEDS = 150;

  /** One thing goes wrong, anywhere. */
  static final List<Faults> FAULTS =
      List.of(
          Faults.NONE.crashing(1),
          Faults.NONE.duplicating(1),
          Faults.NONE.losing(1),
          Faults.NONE.crashing(1).batching());

  /** The request runs out, at any moment. */
  static final Faults LATE = Faults.NONE.advancing(11_000L);

  /** Much goes wrong. */
  static final Faults MANY = new Faults(4, 4, 3, List.of(1_000L, 1_000L, 9_000L, 1_000L), true);

  private Small() {}

  static void all(Exploration exploration) {
    Exploration.Met met = exploration.all(STATES);
    assertThat(met.ends()).isPositive();
  }
}
