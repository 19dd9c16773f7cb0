package org.mmm.node;

import java.util.function.Supplier;
import org.mmm.action.MmmService;
import org.mmm.activity.ActivityMachine;
import org.mmm.authoring.AuthorRules;
import org.mmm.discovery.DiscoveryRules;
import org.mmm.kernel.Address;
import org.mmm.kernel.Machine;
import org.mmm.parcels.ParcelRules;
import org.mmm.registration.AccountMachine;
import org.mmm.registration.HoldingsMachine;
import org.mmm.reports.ReportSettings;
import org.mmm.reports.ReportsMachine;
import org.mmm.resolution.Resolution;
import org.mmm.resolution.ResolutionSettings;
import org.mmm.rights.Quotas;
import org.mmm.service.ServiceMachine;
import org.mmm.transactions.TransactionRules;
import org.mmm.world.BirthRights;

/** How each Service decides, told by the first part of its entities' addresses. */
final class ServiceMachines {
  private final Supplier<BirthRights> birthRights;
  private final Supplier<Quotas> quotas;

  private final ResolutionSettings resolution;
  private final ReportSettings reports;

  ServiceMachines(
      Supplier<BirthRights> birthRights,
      Supplier<Quotas> quotas,
      ResolutionSettings resolution,
      ReportSettings reports) {
    this.birthRights = birthRights;
    this.quotas = quotas;
    this.resolution = resolution;
    this.reports = reports;
  }

  /**
   * The machine of one entity.
   *
   * @throws IllegalArgumentException if that Service has no entities
   */
  Machine<?, ?> of(Address self) {
    int slash = self.id().indexOf('/');
    MmmService service = MmmService.valueOf(self.id().substring(0, Math.max(slash, 0)));
    return switch (service) {
      case REGISTRATION -> new AccountMachine(self, birthRights.get(), quotas.get());
      case RIGHTS -> new HoldingsMachine(self, quotas.get());
      case ACTIVITY -> new ActivityMachine(self);
      case PARCEL -> new ServiceMachine(self, new ParcelRules());
      case AUTHOR -> new ServiceMachine(self, new AuthorRules());
      case TRANSACTION -> new ServiceMachine(self, new TransactionRules());
      case DISCOVERY -> new ServiceMachine(self, new DiscoveryRules());
      case INFORMATION -> new ReportsMachine(reports);
      case RESOLUTION -> Resolution.machine(self, resolution);
      default ->
          throw new IllegalArgumentException(
              service + " performs in the entities of those it is about, not in its own");
    };
  }
}
