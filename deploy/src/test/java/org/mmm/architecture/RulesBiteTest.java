package org.mmm.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mmm.architecture.samples.Ambient;
import org.mmm.architecture.samples.DrawsAnId;
import org.mmm.architecture.samples.HandsOnAClock;
import org.mmm.architecture.samples.OpensASocket;
import org.mmm.architecture.samples.PromisesLater;
import org.mmm.architecture.samples.ReadsAClock;
import org.mmm.architecture.samples.RollsDice;
import org.mmm.architecture.samples.StartsAThread;
import org.mmm.architecture.samples.near.Near;

@DisplayName("A rule of the house")
class RulesBiteTest {
  /** Imported once: what the samples touch of the JDK is read with them, which takes a second. */
  private static final JavaClasses SAMPLES =
      new ClassFileImporter().importPackagesOf(ReadsAClock.class);

  @ParameterizedTest(name = "{0}")
  @DisplayName("finds a clock or an id that is not a parameter")
  @ValueSource(classes = {ReadsAClock.class, HandsOnAClock.class, DrawsAnId.class})
  void findsClocks(Class<?> sample) {
    assertThat(violations(EffectRules.clocksAndChanceAreParameters(), sample)).hasSize(1);
  }

  @ParameterizedTest(name = "{0}")
  @DisplayName("finds threads, futures and dice")
  @ValueSource(classes = {StartsAThread.class, PromisesLater.class, RollsDice.class})
  void findsThreads(Class<?> sample) {
    assertThat(violations(EffectRules.threadsAndFuturesStayAtTheRim(), sample)).isNotEmpty();
  }

  @Test
  void letsAmbientAct() {
    assertThat(violations(EffectRules.clocksAndChanceAreParameters(), Ambient.class)).isEmpty();
    assertThat(violations(EffectRules.threadsAndFuturesStayAtTheRim(), Ambient.class)).isEmpty();
  }

  @Test
  void findsASocketInThePureProtocol() {
    assertThat(violations(ModuleRules.protocolIsPure(alwaysTrue()), OpensASocket.class))
        .isNotEmpty();
  }

  @Test
  void findsTwoPackagesThatKnowEachOther() {
    assertThat(violations(ModuleRules.packagesHaveNoCycles(), ReadsAClock.class, Near.class))
        .isEmpty();
    assertThat(
            violations(
                ModuleRules.packagesHaveNoCycles(),
                Near.class,
                org.mmm.architecture.samples.far.Far.class))
        .hasSize(1);
  }

  private static List<String> violations(ArchRule rule, Class<?>... samples) {
    return rule.evaluate(SAMPLES.that(belongToAnyOf(samples))).getFailureReport().getDetails();
  }
}
