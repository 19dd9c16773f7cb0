package org.mmm.intent;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mmm.action.Action;
import org.mmm.action.MmmService;
import org.mmm.action.Performer;
import org.mmm.action.Preposition;
import org.mmm.kernel.Address;
import org.mmm.kernel.RemoteName;
import org.mmm.pa.PaStatus;
import org.mmm.pa.ProcessAction;
import org.mmm.pa.Reason;

/**
 * Which Process Actions are performed in another M-Instance: those that act on what is there. A
 * Process goes through the Resolution Service, which keeps its letters to each M-Instance in lanes.
 * Rights are given here, to whomever; and a Process of another M-Instance acts here alone.
 */
public final class Abroad {
  /** Into how many lanes the letters to one M-Instance are divided; part of the data format. */
  public static final int LANES = 8;

  private static final List<Preposition> WHERE =
      List.of(Preposition.NIL, Preposition.AT, Preposition.FROM, Preposition.TO, Preposition.BY);

  private Abroad() {}

  /** The M-Instance that performs it; empty if it is this one. */
  public static Optional<String> of(ProcessAction action) {
    return here(action) ? Optional.empty() : instances(action).stream().findFirst();
  }

  /** The lane of that Process's letters, in the order in which it writes them. */
  public static Address lane(String instance, String source) {
    int lane = Math.floorMod(source.hashCode(), LANES);
    return Address.service(MmmService.RESOLUTION, instance + "/" + lane);
  }

  /** Why nobody can perform a sentence about those M-Instances; empty if one can. */
  public static Optional<PaStatus.Err> fault(ProcessAction action) {
    boolean sends = action.action() == Action.MM_SEND || action.action() == Action.UM_SEND;
    List<String> to = action.complements().to();
    if (RemoteName.is(action.source())) {
      return sends && to.stream().anyMatch(RemoteName::is)
          ? fault(
              "what is sent from another M-Instance is for Processes of this one, not for " + to)
          : Optional.empty();
    }
    if (here(action)) return Optional.empty();
    Set<String> instances = instances(action);
    if (instances.size() > 1) {
      return fault("a sentence is performed in one M-Instance, and this one names " + instances);
    }
    boolean mixed = to.stream().anyMatch(RemoteName::is) && !to.stream().allMatch(RemoteName::is);
    return sends && mixed
        ? fault("send to Processes of one M-Instance at a time, not to " + to)
        : Optional.empty();
  }

  private static boolean here(ProcessAction action) {
    Performer performer = action.action().performer();
    return performer == Performer.HOLDER
        || performer == Performer.HUMAN
        || RemoteName.is(action.source());
  }

  private static Set<String> instances(ProcessAction action) {
    Set<String> instances = new LinkedHashSet<>();
    // An offer is made where the Asset is, to whomever.
    List<Preposition> where = action.action() == Action.POST ? List.of(Preposition.NIL) : WHERE;
    for (Preposition slot : where) {
      for (String id : action.complements().ids(slot)) {
        RemoteName.of(id).map(RemoteName::instance).ifPresent(instances::add);
      }
    }
    return instances;
  }

  private static Optional<PaStatus.Err> fault(String detail) {
    return Optional.of(PaStatus.err(Reason.FAULTY_PA, detail));
  }
}
