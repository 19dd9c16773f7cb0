package org.mmm.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Arrays;
import java.util.TreeMap;
import java.util.TreeSet;

/** The whole program keeps to the rules of the house. */
@AnalyzeClasses(packages = "org.mmm", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest static final ArchRule MODULES = ModuleRules.modulesPointToTheProtocol();
  @ArchTest static final ArchRule PACKAGES = ModuleRules.packagesHaveNoCycles();
  @ArchTest static final ArchRule PROTOCOL = ModuleRules.protocolIsPure(Module.PROTOCOL.classes());

  @ArchTest
  static final ArchRule CLIENT = ModuleRules.clientIsAnOrdinaryClient(Module.CLIENT_CLI.classes());

  @ArchTest static final ArchRule CLOCKS = EffectRules.clocksAndChanceAreParameters();
  @ArchTest static final ArchRule THREADS = EffectRules.threadsAndFuturesStayAtTheRim();

  /**
   * Without this, a class that the import does not find, or that no module holds, would pass every
   * rule.
   */
  @ArchTest
  static void everyClassIsOfOneModuleAndEveryPackageToo(JavaClasses classes) {
    var modules = new TreeMap<String, TreeSet<String>>();
    for (var type : classes) {
      var holders = Arrays.stream(Module.values()).filter(m -> m.holds(type)).toList();
      assertThat(holders).as("modules that hold %s", type.getName()).hasSize(1);
      modules
          .computeIfAbsent(type.getPackageName(), p -> new TreeSet<>())
          .add(holders.get(0).toString());
    }
    assertThat(modules).as("packages and their modules").containsKey("org.mmm.action");
    assertThat(modules).allSatisfy((name, holders) -> assertThat(holders).as(name).hasSize(1));
  }
}
