package org.mmm.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.mmm.kernel.Lease;

class JournalGateTest {
  private final JournalGate gate = new JournalGate(Lease.ALWAYS);
  private final AtomicInteger trials = new AtomicInteger();
  private final AtomicInteger told = new AtomicInteger();

  JournalGateTest() {
    gate.triedBy(trials::incrementAndGet);
  }

  @Test
  void closesAtTheFirstFailureAndTriesOnce() {
    gate.writeFailed();
    gate.writeFailed();
    assertThat(gate.isOpen()).isFalse();
    assertThat(trials).hasValue(1);
  }

  @Test
  void opensOnceATrialSucceeds() {
    gate.writeFailed();
    gate.trialFailed();
    assertThat(gate.isOpen()).isFalse();
    gate.trialSucceeded();
    assertThat(gate.isOpen()).isTrue();
    gate.writeFailed();
    assertThat(trials).hasValue(2);
  }

  @Test
  void tellsThoseOnTheirWayOnlyWhenATrialFailsToo() {
    Runnable one = told::incrementAndGet;
    gate.entered(one);
    gate.writeFailed();
    assertThat(told).hasValue(0);
    gate.trialFailed();
    assertThat(told).hasValue(1);
    gate.left(one);
    gate.trialFailed();
    assertThat(told).hasValue(1);
  }

  @Test
  void isTriedAlsoWhenItClosedBeforeAnyoneCouldTry() {
    JournalGate early = new JournalGate(Lease.ALWAYS);
    early.writeFailed();
    early.triedBy(trials::incrementAndGet);
    assertThat(trials).hasValue(1);
  }
}
