package org.mmm.cluster;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.pekko.actor.Address;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.Props;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.actor.typed.javadsl.TimerScheduler;
import org.apache.pekko.actor.typed.receptionist.Receptionist;
import org.apache.pekko.actor.typed.receptionist.ServiceKey;
import org.apache.pekko.cluster.Member;
import org.apache.pekko.cluster.MemberStatus;
import org.apache.pekko.cluster.typed.Cluster;
import org.mmm.kernel.Ambient;
import org.mmm.kernel.Lease;

/**
 * Asks every member again and again whether it sees this node, and says the same to those that ask.
 * So a node knows that it may still write: the others wait longer than its lease before they take
 * over what it cannot tell them about.
 */
public final class LeaseKeeper {
  /** Known to this node alone. */
  private enum Own {
    ASK
  }

  private static final ServiceKey<LeaseWord> KEY = ServiceKey.create(LeaseWord.class, "mmm-lease");

  private final Ambient ambient;
  private final AtomicLong until;
  private final LeaseRecord<Address> record;
  private final Cluster cluster;
  private final Counterparts<LeaseWord> keepers;

  private LeaseKeeper(
      ActorContext<Object> context, Ambient ambient, ClusterSettings settings, AtomicLong until) {
    this.ambient = ambient;
    this.until = until;
    this.record = new LeaseRecord<>(settings.lease().toNanos());
    this.cluster = Cluster.get(context.getSystem());
    this.keepers = Counterparts.meet(context, KEY);
  }

  /** Starts the keeper of this node. */
  public static Lease start(ActorSystem<?> system, Ambient ambient, ClusterSettings settings) {
    AtomicLong until = new AtomicLong(ambient.nanos() - 1);
    Behavior<Object> behavior =
        Behaviors.setup(
            context ->
                Behaviors.withTimers(
                    timers ->
                        new LeaseKeeper(context, ambient, settings, until)
                            .begin(timers, settings)));
    system.systemActorOf(behavior, "lease", Props.empty());
    return () -> until.get() - ambient.nanos() > 0;
  }

  private Behavior<Object> begin(TimerScheduler<Object> timers, ClusterSettings settings) {
    timers.startTimerAtFixedRate(Own.ASK, settings.pingEvery());
    return Behaviors.receive(Object.class)
        .onMessage(Receptionist.Listing.class, keepers::know)
        .onMessage(LeaseWord.DoYouSeeMe.class, this::answer)
        .onMessage(LeaseWord.ISeeYou.class, this::seen)
        .onMessageEquals(Own.ASK, this::ask)
        .build();
  }

  private Behavior<Object> ask() {
    keepers.tell(new LeaseWord.DoYouSeeMe(ambient.nanos(), keepers.self()));
    extend();
    return Behaviors.same();
  }

  private Behavior<Object> answer(LeaseWord.DoYouSeeMe question) {
    boolean seen =
        member(question.from().path().address())
            .filter(member -> member.status().equals(MemberStatus.up()) || isLeaving(member))
            .filter(member -> !cluster.state().getUnreachable().contains(member))
            .isPresent();
    if (seen) question.from().tell(new LeaseWord.ISeeYou(question.asked(), keepers.self()));
    return Behaviors.same();
  }

  private Behavior<Object> seen(LeaseWord.ISeeYou word) {
    record.seenBy(word.from().path().address(), word.asked());
    extend();
    return Behaviors.same();
  }

  private void extend() {
    Member self = cluster.selfMember();
    if (!self.status().equals(MemberStatus.up()) && !isLeaving(self)) {
      until.set(ambient.nanos() - 1);
      return;
    }
    Set<Address> others = new HashSet<>();
    for (Member member : cluster.state().getMembers()) {
      boolean counts = member.status().equals(MemberStatus.up()) || isLeaving(member);
      if (counts && !member.equals(self)) others.add(member.address());
    }
    until.set(record.until(others, ambient.nanos()));
  }

  /** It goes in order, and writes until its entities are handed over. */
  private static boolean isLeaving(Member member) {
    return member.status().equals(MemberStatus.leaving())
        || member.status().equals(MemberStatus.exiting());
  }

  private Optional<Member> member(Address address) {
    for (Member member : cluster.state().getMembers()) {
      if (member.address().equals(address)) return Optional.of(member);
    }
    return Optional.empty();
  }
}
