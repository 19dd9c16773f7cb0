package org.mmm.protocols;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mmm.action.Action;
import org.mmm.kernel.Address;
import org.mmm.kernel.Reply;
import org.mmm.kernel.Response;
import org.mmm.pa.PaStatus;
import org.mmm.rights.Line;
import org.mmm.rights.Pattern;
import org.mmm.rights.Right;
import org.mmm.rights.Stamp;
import org.mmm.simulation.Chance;
import org.mmm.simulation.Faults;
import org.mmm.simulation.Simulation;

@DisplayName("What a dry run says and what is done never disagree")
class WhyTest {
  private static final long FIRST_SEED = 1;
  private static final int SEEDS = 300;

  /** What decided, without what tells one performance from another: the IDs of new Rights. */
  private record Decided(
      String entity, boolean permits, @Nullable Deciding right, String sentence) {
    static Decided of(Line line) {
      return new Decided(line.entity(), line.permits(), Deciding.of(line.right()), line.sentence());
    }
  }

  private record Deciding(Pattern pattern, String giver, @Nullable Stamp stamp) {
    static @Nullable Deciding of(@Nullable Right right) {
      return right == null ? null : new Deciding(right.pattern(), right.giver(), right.stamp());
    }
  }

  @Test
  void inRandomTowns() {
    Map<Action, Map<String, Integer>> met = new EnumMap<>(Action.class);
    List<AssertionError> broken = new ArrayList<>();
    for (long seed = FIRST_SEED; seed < FIRST_SEED + SEEDS; seed++) {
      try {
        agree(seed, met);
      } catch (AssertionError e) {
        broken.add(e);
      }
    }
    assertThat(broken).as("seeds in which they disagree").isEmpty();
    assertThat(met).as("what was asked, and how it ended").hasSizeGreaterThan(17);
    assertThat(met.values().stream().filter(ends -> ends.containsKey("Ack")).count())
        .as("Actions that are permitted now and then")
        .isGreaterThan(14);
    assertThat(met.values().stream().filter(ends -> ends.size() > 1).count())
        .as("Actions that are refused now and then")
        .isGreaterThan(12);
  }

  private static void agree(long seed, Map<Action, Map<String, Integer>> met) {
    RandomTown random = new RandomTown(new Chance(seed));
    Town town = random.town();
    RandomSentence.Said said = new RandomSentence(random).next();
    Simulation start = town.with(Faults.NONE);
    Address subject = Address.process(said.sentence().source());
    Simulation tried =
        start.client(1, subject, town.submit("why", said.sentence(), said.fresh(), true)).settled();
    Simulation done =
        start.client(1, subject, town.submit("do", said.sentence(), said.fresh(), false)).settled();
    String what = "seed " + seed + ": " + said.sentence();
    Reply why = reply(tried);
    Reply reply = reply(done);
    assertThat(why.status()).as(what).isEqualTo(reply.status());
    assertThat(decided(why)).as(what).isEqualTo(decided(reply));
    changesNothing(start, tried, subject);
    String end = reply.status() instanceof PaStatus.Err e ? e.reason().toString() : "Ack";
    met.computeIfAbsent(said.sentence().action(), a -> new TreeMap<>()).merge(end, 1, Integer::sum);
  }

  /** A dry run is counted by who asks for it, and leaves no other trace. */
  private static void changesNothing(Simulation before, Simulation after, Address subject) {
    for (Address entity : after.addresses()) {
      int counted = entity.equals(subject) ? 1 : 0;
      assertThat(after.log(entity)).as(entity + "").hasSize(before.log(entity).size() + counted);
    }
  }

  private static Reply reply(Simulation now) {
    assertThat(now.responses(1)).hasSize(1);
    return ((Response.Performed) now.responses(1).get(0)).reply();
  }

  private static List<Decided> decided(Reply reply) {
    return reply.derivation().stream().map(Decided::of).collect(Collectors.toList());
  }
}
