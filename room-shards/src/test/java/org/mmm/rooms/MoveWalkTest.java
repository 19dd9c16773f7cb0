package org.mmm.rooms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mmm.rooms.MoveStory.anna;
import static org.mmm.rooms.MoveStory.backAndForth;
import static org.mmm.rooms.MoveStory.beginning;
import static org.mmm.rooms.MoveStory.embed;

import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import org.mmm.kernel.Address;
import org.mmm.kernel.Faults;
import org.mmm.kernel.RandomWalk;
import org.mmm.kernel.Simulation;

@Label("Anna moves her Persona between two rooms for one, on a day when much goes wrong")
class MoveWalkTest {
  @Property(tries = 200)
  void backAndForthWithManyFaults(@ForAll long seed) {
    Simulation there = backAndForth();
    Simulation end =
        RandomWalk.of(there, seed, new Faults(4, 6, 4, 1, 31_000), 5_000, MoveStory::allIsWell);
    assertThat(end.settled()).isTrue();
  }

  @Property(tries = 200)
  void whileBrunoMovesThatPersonaToo(@ForAll long seed) {
    Simulation there =
        beginning()
            .tell(anna(), embed("Anna", "k1", "Persona1", "Red"), "k1")
            .tell(anna(), embed("Anna", "k2", "Persona1", "Blue"), "k2")
            .tell(anna(), embed("Anna", "k3", "Persona1", "Blue"), "k3")
            .tell(Address.process("Bruno"), embed("Bruno", "b1", "Persona1", "Red"), "b1")
            .tell(Address.process("Bruno"), embed("Bruno", "b2", "Persona1", "Red"), "b2")
            .tell(Address.process("Bruno"), embed("Bruno", "b3", "Persona1", "Blue"), "b3");
    Simulation end =
        RandomWalk.of(there, seed, new Faults(4, 6, 4, 1, 31_000), 5_000, MoveStory::allIsWell);
    assertThat(end.settled()).isTrue();
  }
}
