package org.mmm.node;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.mmm.directory.DirectoryMachine;
import org.mmm.item.ItemMachine;
import org.mmm.kernel.Address;
import org.mmm.kernel.Machine;
import org.mmm.process.ProcessMachine;
import org.mmm.reports.ReportSettings;
import org.mmm.resolution.ResolutionSettings;
import org.mmm.rights.Quotas;
import org.mmm.rights.RuleBook;
import org.mmm.rooms.PlaceMachine;
import org.mmm.world.BirthRights;
import org.mmm.world.WorldMachine;

/** Which rules decide for which kind of entity, and the Rules of this M-Instance that they need. */
final class EntityTable {
  private final ResolutionSettings resolution;
  private final ReportSettings reports;
  private volatile RuleBook rules = RuleBook.none("M-Instance");
  private volatile Quotas quotas = Quotas.DEFAULT;
  private volatile BirthRights birthRights = new BirthRights("M-Instance", List.of());

  EntityTable(ResolutionSettings resolution, ReportSettings reports) {
    this.resolution = resolution;
    this.reports = reports;
  }

  /** What the world says; to be known before the first Process is asked. */
  void know(RuleBook newRules, Quotas newQuotas) {
    rules = newRules;
    quotas = newQuotas;
    birthRights = new BirthRights(newRules.holder(), newRules.rules());
  }

  Map<Address.Kind, Function<Address, Machine<?, ?>>> machines() {
    Map<Address.Kind, Function<Address, Machine<?, ?>>> all = new EnumMap<>(Address.Kind.class);
    all.put(Address.Kind.PROCESS, this::process);
    all.put(Address.Kind.ITEM, ItemMachine::new);
    all.put(Address.Kind.PLACE, PlaceMachine::new);
    all.put(Address.Kind.DIRECTORY, DirectoryMachine::new);
    all.put(Address.Kind.WORLD, self -> new WorldMachine());
    all.put(
        Address.Kind.SERVICE,
        new ServiceMachines(() -> birthRights, () -> quotas, resolution, reports)::of);
    return all;
  }

  /** The entity types of this M-Instance. */
  static Set<String> types() {
    return Arrays.stream(Address.Kind.values())
        .map(Address.Kind::word)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** The rules of that very entity. */
  Machine<?, ?> machine(Address self) {
    return Objects.requireNonNull(machines().get(self.kind()), "no such kind").apply(self);
  }

  private ProcessMachine process(Address self) {
    return new ProcessMachine(self, () -> rules, quotas);
  }
}
