package org.mmm.registration;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mmm.kernel.Address;
import org.mmm.kernel.Args;
import org.mmm.kernel.Name;
import org.mmm.rights.Right;
import org.mmm.world.BirthRights;

/**
 * One thing that a registration brings into being.
 *
 * @param id its name
 * @param as what it is
 * @param founding how it begins
 */
record Founded(String id, Name as, Args.Founding founding) {

  /**
   * All of them: the Processes with their Personae, the Account Item last.
   *
   * @param millis when they are born, epoch milliseconds
   */
  static List<Founded> of(
      AccountEvent.RegistrationBegan began, String human, BirthRights birthRights, long millis) {
    Plan plan = began.plan();
    List<Founded> all = new ArrayList<>();
    for (Plan.PlannedProcess p : plan.processes()) {
      List<Right> rights = birthRights.of(p.id(), p.type(), millis);
      String type = p.type().wireName();
      all.add(
          thing(p.id(), Address.Kind.PROCESS, type, human, plan, null, rights, began.tokenId()));
      for (Plan.PlannedPersona q : p.personae()) {
        all.add(
            thing(q.id(), Address.Kind.ITEM, "Persona", p.id(), plan, q.data(), List.of(), null));
      }
    }
    JsonNode item = plan.item(human, birthRights.mInstance());
    all.add(
        thing(
            plan.account(),
            Address.Kind.ITEM,
            "Account",
            plan.firstUser(),
            plan,
            item,
            List.of(),
            null));
    return all;
  }

  /** What of them is counted for the Account: its Items, not its Processes. */
  static Args.Counting counted(List<Founded> things) {
    long items = things.stream().filter(t -> t.as().kind() == Address.Kind.ITEM).count();
    return new Args.Counting((int) items, 0, false);
  }

  private static Founded thing(
      String id,
      Address.Kind kind,
      String dataType,
      String owner,
      Plan plan,
      @Nullable JsonNode data,
      List<Right> rights,
      @Nullable String tokenId) {
    boolean perceptible = dataType.equals("Persona");
    return new Founded(
        id,
        new Name(kind, dataType),
        new Args.Founding(
            dataType,
            owner,
            plan.account(),
            false,
            perceptible,
            0,
            0,
            data,
            null,
            null,
            null,
            rights,
            tokenId));
  }
}
