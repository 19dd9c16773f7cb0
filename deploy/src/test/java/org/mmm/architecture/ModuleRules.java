package org.mmm.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import java.net.URI;
import java.net.URISyntaxException;

/** Which module and package may know which. */
final class ModuleRules {
  private ModuleRules() {}

  /** Dependencies point one way, towards the protocol; the client knows nothing else of ours. */
  static LayeredArchitecture modulesPointToTheProtocol() {
    var layers = layeredArchitecture().consideringOnlyDependenciesInLayers();
    for (var module : Module.values()) {
      layers = layers.optionalLayer(module.toString()).definedBy(module.classes());
    }
    return layers
        .whereLayer("services")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("client-cli")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("room-shards")
        .mayOnlyBeAccessedByLayers("services")
        .whereLayer("runtime")
        .mayOnlyBeAccessedByLayers("room-shards", "services");
  }

  /** Each package, nested ones too, can be understood with those below it alone. */
  static ArchRule packagesHaveNoCycles() {
    return slices().matching("org.mmm.(**)").should().beFreeOfCycles();
  }

  /** The language has no actors, no network and no files; a {@link URI} is a value and may pass. */
  static ArchRule protocolIsPure(DescribedPredicate<JavaClass> protocol) {
    DescribedPredicate<JavaClass> url =
        describe(
            "URI",
            type ->
                type.isEquivalentTo(URI.class) || type.isEquivalentTo(URISyntaxException.class));
    return noClasses()
        .that(protocol)
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(
                    "org.apache.pekko..", "java.nio.file..", "java.sql..", "java.net.http..")
                .or(resideInAPackage("java.net..").and(not(url))))
        .because("the protocol is words and rules, to be used by any client and any server");
  }

  /** The client speaks HTTP and WebSocket, as any other client could. */
  static ArchRule clientIsAnOrdinaryClient(DescribedPredicate<JavaClass> client) {
    return noClasses()
        .that(client)
        .should()
        .dependOnClassesThat(
            resideInAnyPackage("org.apache.pekko..", "java.sql..", "org.sqlite.."));
  }
}
