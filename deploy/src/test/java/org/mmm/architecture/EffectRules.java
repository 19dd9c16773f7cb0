package org.mmm.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;
import java.util.Timer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.random.RandomGenerator;

/**
 * Where time, chance, threads and futures may come in. Everywhere else they are parameters, so that
 * each protocol, and a whole cluster, can be simulated from a seed.
 */
final class EffectRules {
  private static final Set<String> CLOCK_METHODS =
      Set.of(
          "java.lang.System.currentTimeMillis",
          "java.lang.System.nanoTime",
          "java.lang.Math.random",
          "java.util.UUID.randomUUID");

  private EffectRules() {}

  /**
   * The classes that act: those named Ambient, the client (which is a rim as a whole), the packages
   * at the rim of a node (HTTP, live edge, operator, start and stop, journal), and in {@code
   * org.mmm.kernel} those that touch Pekko, its actors.
   */
  static DescribedPredicate<JavaClass> actsOnTheWorld() {
    return named("Ambient")
        .or(Module.CLIENT_CLI.classes())
        .or(
            resideInAnyPackage(
                "org.mmm.gateway..",
                "org.mmm.edge..",
                "org.mmm.liveedge..",
                "org.mmm.federation..",
                "org.mmm.operator..",
                "org.mmm.node..",
                "org.mmm.journal.."))
        .or(resideInAnyPackage("org.mmm.kernel..").and(touchesPekko()))
        .as(
            "named Ambient, in client-cli, in gateway, edge, liveedge, federation, operator, node"
                + " or journal, or actors of the kernel");
  }

  static ArchRule clocksAndChanceAreParameters() {
    return noClasses()
        .that(not(actsOnTheWorld()))
        .should()
        .accessTargetWhere(describe("reads a clock or draws at random", EffectRules::readsTheWorld))
        .because("time, ids and randomness are parameters; Ambient has them");
  }

  static ArchRule threadsAndFuturesStayAtTheRim() {
    return noClasses()
        .that(not(actsOnTheWorld()))
        .should()
        .dependOnClassesThat(
            assignableTo(Thread.class)
                .or(assignableTo(Executor.class))
                .or(assignableTo(Executors.class))
                .or(assignableTo(Timer.class))
                .or(assignableTo(Future.class))
                .or(assignableTo(CompletionStage.class))
                .or(assignableTo(CompletableFuture.class))
                .or(assignableTo(RandomGenerator.class)))
        .because("what runs beside or later cannot be replayed; Ambient and actors do that");
  }

  private static boolean readsTheWorld(JavaAccess<?> access) {
    var owner = access.getTargetOwner();
    var method = access.getTarget().getName();
    return CLOCK_METHODS.contains(owner.getName() + "." + method)
        || (owner.getPackageName().equals("java.time") && isNow(owner, method));
  }

  /** Any {@code now()}, on whatever class of java.time, and every clock of the system. */
  private static boolean isNow(JavaClass owner, String method) {
    return method.equals("now")
        || (owner.getSimpleName().equals("Clock")
            && (method.startsWith("system") || method.startsWith("tick")));
  }

  private static DescribedPredicate<JavaClass> named(String name) {
    return describe("named " + name, type -> outermost(type).getSimpleName().equals(name));
  }

  private static DescribedPredicate<JavaClass> touchesPekko() {
    return describe(
        "touches Pekko",
        type ->
            outermost(type).getDirectDependenciesFromSelf().stream()
                    .anyMatch(d -> isPekko(d.getTargetClass()))
                || type.getDirectDependenciesFromSelf().stream()
                    .anyMatch(d -> isPekko(d.getTargetClass())));
  }

  private static boolean isPekko(JavaClass type) {
    return type.getPackageName().startsWith("org.apache.pekko");
  }

  private static JavaClass outermost(JavaClass type) {
    var outer = type;
    while (outer.getEnclosingClass().isPresent()) {
      outer = outer.getEnclosingClass().get();
    }
    return outer;
  }
}
