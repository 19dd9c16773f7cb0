package org.mmm.faults;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.mmm.action.Action;
import org.mmm.action.Edition;
import org.mmm.action.MmmService;
import org.mmm.directory.DirectoryMachine;
import org.mmm.item.ItemEvent;
import org.mmm.item.ItemMachine;
import org.mmm.kernel.Address;
import org.mmm.kernel.Appearance;
import org.mmm.kernel.Args;
import org.mmm.kernel.Attitude;
import org.mmm.kernel.CallId;
import org.mmm.kernel.Hlc;
import org.mmm.kernel.Machine;
import org.mmm.kernel.Name;
import org.mmm.kernel.Question;
import org.mmm.pa.Complements;
import org.mmm.pa.PaStatus;
import org.mmm.pa.ProcessAction;
import org.mmm.pa.With;
import org.mmm.process.ProcessEvent;
import org.mmm.process.ProcessMachine;
import org.mmm.registration.HoldingsMachine;
import org.mmm.rights.Quotas;
import org.mmm.rights.RuleBook;
import org.mmm.rooms.PlaceEvent;
import org.mmm.rooms.PlaceMachine;
import org.mmm.rooms.Seat;
import org.mmm.rooms.Told;
import org.mmm.service.ServiceMachine;
import org.mmm.transactions.TransactionRules;

/** The setting of a workload as entities with their logs, and its deeds as sentences. */
final class Village {
  static final long DAWN = 1_700_000_000_000L;
  private static final Hlc BEFORE = new Hlc(DAWN - 1_000, 0);
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final Map<String, Name> names = new HashMap<>();
  private final Map<String, List<Object>> logs = new TreeMap<>();
  private int founded;

  Village(Setting setting, List<String> users) {
    users.forEach(this::user);
    user(Workload.LANDLORD);
    setting.places().forEach((name, place) -> place(name, place));
    setting.items().forEach(this::item);
  }

  /** What each name stands for. */
  Map<String, Name> names() {
    return names;
  }

  /** What each entity has written before it begins, by address. */
  Map<String, List<Object>> logs() {
    return logs;
  }

  static Machine<?, ?> machine(Address self) {
    return switch (self.kind()) {
      case PROCESS -> new ProcessMachine(self, () -> RuleBook.none("M1"), Quotas.DEFAULT);
      case ITEM -> new ItemMachine(self);
      case PLACE -> new PlaceMachine(self);
      case DIRECTORY -> new DirectoryMachine(self);
      case SERVICE ->
          self.id().startsWith(MmmService.RIGHTS.name())
              ? new HoldingsMachine(self, Quotas.DEFAULT)
              : new ServiceMachine(self, new TransactionRules());
      case WORLD -> throw new IllegalArgumentException("nobody asks the world");
    };
  }

  static ProcessAction sentence(String who, Deed deed) {
    if (deed instanceof Deed.Move d) {
      return of(who, Action.MM_EMBED, Complements.nil(d.item()).withAt(d.to()));
    }
    if (deed instanceof Deed.Offer d) {
      return of(who, Action.POST, Complements.nil(d.item()).withTo(d.buyer()));
    }
    if (deed instanceof Deed.Take d) {
      return of(who, Action.TRANSACT, Complements.nil(d.item()).withFrom(d.seller()));
    }
    if (deed instanceof Deed.Allow d) {
      With rights = new With.Inline(embedding(d));
      return of(who, Action.CHANGE, Complements.NONE.withOf(d.holder()).with(List.of(rights)));
    }
    if (deed instanceof Deed.Send d) {
      ObjectNode text = JSON.objectNode().put("Header", "MMM-MSG-V2.2").put("MessageData", "hi");
      Complements to = Complements.nil(d.message()).withTo(d.receiver());
      return of(who, Action.MM_SEND, to.with(List.of(new With.Inline(text))));
    }
    throw new IllegalArgumentException("no Process Action: " + deed);
  }

  private static ProcessAction of(String who, Action action, Complements complements) {
    return new ProcessAction(who, action, Edition.ARC_1_2, complements);
  }

  private static ObjectNode embedding(Deed.Allow d) {
    ObjectNode rights = JSON.objectNode().put("Header", "MMM-RGT-V2.2");
    ObjectNode entry = rights.putArray("RightsData").addObject();
    entry.put("DeonticVerb", d.may() ? "May" : "May Not").put("Level", "Granted");
    ObjectNode action = entry.putObject("PAIDOrPA").putObject("ProcessAction");
    action.put("action", "MM-Embed");
    var complements = action.putArray("RQ-Complements");
    complements.addObject().put("NilItem", d.item());
    complements.addObject().put("AtItem", d.place());
    return rights;
  }

  private void user(String id) {
    names.put(id, new Name(Address.Kind.PROCESS, "User"));
    var what =
        new Args.Founding(
            "User", id, "", false, false, 0, 0, null, null, null, null, List.of(), "token");
    begins(Address.process(id), new ProcessEvent.Founded(what, world(), BEFORE));
  }

  private void place(String id, Setting.Place place) {
    names.put(id, new Name(Address.Kind.PLACE, "Room"));
    String owner = place.open() ? "MInstanceManager" : Workload.LANDLORD;
    var what = thing("Room", owner, place.open(), 100, place.capacity(), null);
    begins(Address.place(id), new PlaceEvent.OfItem(new ItemEvent.Founded(what, world(), BEFORE)));
  }

  private void item(String id, Sight sight) {
    names.put(id, new Name(Address.Kind.ITEM, "Persona"));
    CallId by = world();
    var what = thing("Persona", sight.owner(), false, 0, 0, sight.place());
    begins(Address.item(id), new ItemEvent.Founded(what, by, BEFORE));
    var seat = new Seat(id, "Persona", 0, Attitude.ORIGIN, by, Appearance.PLAIN, "");
    var told = new Told(Question.ADMIT, by, PaStatus.ACK, seat, List.of(), DAWN, 0);
    begins(Address.place(sight.place()), new PlaceEvent.Admitted(told, BEFORE));
  }

  private static Args.Founding thing(
      String dataType, String owner, boolean open, double side, int seats, @Nullable String in) {
    return new Args.Founding(
        dataType, owner, "", open, true, side, seats, null, null, in, null, List.of(), null);
  }

  private void begins(Address entity, Object event) {
    logs.computeIfAbsent(entity.toString(), e -> new ArrayList<>()).add(event);
  }

  private CallId world() {
    return new CallId(new Address(Address.Kind.WORLD, "world"), ++founded, 0);
  }
}
