package org.mmm.protocols;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.mmm.action.Action;
import org.mmm.action.Edition;
import org.mmm.action.MmmService;
import org.mmm.activity.ActivityMachine;
import org.mmm.authoring.AuthorRules;
import org.mmm.directory.DirectoryMachine;
import org.mmm.intent.Performed;
import org.mmm.item.ItemEvent;
import org.mmm.item.ItemMachine;
import org.mmm.journal.CborCopy;
import org.mmm.kernel.Address;
import org.mmm.kernel.Appearance;
import org.mmm.kernel.Args;
import org.mmm.kernel.Ask;
import org.mmm.kernel.Attitude;
import org.mmm.kernel.CallId;
import org.mmm.kernel.Hlc;
import org.mmm.kernel.Machine;
import org.mmm.kernel.Message;
import org.mmm.kernel.Name;
import org.mmm.kernel.Offer;
import org.mmm.kernel.Question;
import org.mmm.kernel.Reply;
import org.mmm.pa.Complements;
import org.mmm.pa.PaStatus;
import org.mmm.pa.ProcessAction;
import org.mmm.pa.With;
import org.mmm.parcels.ParcelRules;
import org.mmm.process.ProcessEvent;
import org.mmm.process.ProcessMachine;
import org.mmm.registration.HoldingsEvent;
import org.mmm.registration.HoldingsMachine;
import org.mmm.rights.Quotas;
import org.mmm.rights.Right;
import org.mmm.rights.RuleBook;
import org.mmm.rooms.PlaceEvent;
import org.mmm.rooms.PlaceMachine;
import org.mmm.rooms.Seat;
import org.mmm.rooms.Told;
import org.mmm.service.ServiceMachine;
import org.mmm.simulation.Faults;
import org.mmm.simulation.Simulation;
import org.mmm.transactions.TransactionRules;

/** A small M-Instance: who lives there, and what they ask. */
final class Town {
  static final long NOON = 1_700_000_000_000L;

  /** When what is asked here runs out. */
  static final long NOT_AFTER = NOON + 10_000;

  private static final CborCopy WIRE = new CborCopy();
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final Hlc BEFORE = new Hlc(NOON - 1_000, 0);

  private final Map<Address.Kind, Function<Address, Machine<?, ?>>> machines =
      new EnumMap<>(Address.Kind.class);
  private final Map<String, Name> names = new HashMap<>();
  private final Map<Address, List<Object>> beginnings = new HashMap<>();
  private final List<Function<Simulation, Simulation>> clients = new ArrayList<>();
  private long founded;

  Town() {
    this(Quotas.DEFAULT);
  }

  Town(Quotas quotas) {
    machines.put(Address.Kind.ITEM, ItemMachine::new);
    machines.put(Address.Kind.PLACE, PlaceMachine::new);
    machines.put(Address.Kind.SERVICE, self -> service(self, quotas));
    machines.put(Address.Kind.DIRECTORY, DirectoryMachine::new);
    rules(RuleBook.none("M1"), Quotas.DEFAULT);
  }

  /** These Rules hold for all Processes. */
  Town rules(RuleBook rules, Quotas quotas) {
    machines.put(Address.Kind.PROCESS, self -> new ProcessMachine(self, () -> rules, quotas));
    return this;
  }

  /** Entities of that kind decide otherwise. */
  Town where(Address.Kind kind, Function<Machine<?, ?>, Machine<?, ?>> otherwise) {
    Function<Address, Machine<?, ?>> usual = java.util.Objects.requireNonNull(machines.get(kind));
    machines.put(kind, self -> otherwise.apply(usual.apply(self)));
    return this;
  }

  /** A name of another M-Instance. */
  Town abroad(String id) {
    names.put(id, new Name(Address.Kind.PROCESS, "User"));
    return this;
  }

  /** Of the M-Instance's own: nothing is counted for it. */
  Town user(String id) {
    return process(id, "User", "", List.of());
  }

  /** Of a human, whose Account is called like it. */
  Town human(String id) {
    return process(id, "User", id, List.of());
  }

  /** A User or Device of that Account, with these Rights from the start. */
  Town process(String id, String type, String account, List<Right> rights) {
    names.put(id, new Name(Address.Kind.PROCESS, type));
    String owner = account.isEmpty() ? id : account;
    var founding =
        new Args.Founding(
            type, owner, account, false, false, 0, 0, null, null, null, null, rights, "token");
    begins(Address.process(id), new ProcessEvent.Founded(founding, world(), BEFORE));
    return this;
  }

  /** A place for so many, 0 for any number. */
  Town place(String id, String owner, boolean open, int capacity, @Nullable String in) {
    return place(id, "Room", owner, open, capacity, in);
  }

  Town place(
      String id, String dataType, String owner, boolean open, int capacity, @Nullable String in) {
    names.put(id, new Name(Address.Kind.PLACE, dataType));
    CallId by = world();
    begins(
        Address.place(id),
        new PlaceEvent.OfItem(
            new ItemEvent.Founded(thing(dataType, owner, open, 100, capacity, in), by, BEFORE)));
    if (in != null) seat(id, dataType, in, by);
    return this;
  }

  Town item(String id, String dataType, String owner, @Nullable String in) {
    return item(id, dataType, owner, false, in);
  }

  Town item(String id, String dataType, String owner, boolean open, @Nullable String in) {
    names.put(id, new Name(Address.Kind.ITEM, dataType));
    CallId by = world();
    begins(
        Address.item(id),
        new ItemEvent.Founded(thing(dataType, owner, open, 0, 0, in), by, BEFORE));
    if (in != null) seat(id, dataType, in, by);
    return this;
  }

  /** Something that human's Account owns, and that is counted. */
  Town owned(String id, String dataType, String human) {
    item(id, dataType, human, null);
    var by = new CallId(Address.process(human), 0, (int) ++founded);
    var sentence = new ProcessAction(human, Action.AUTHOR, Edition.ARC_1_2, Complements.nil(id));
    var reply = new Reply(PaStatus.ACK, "AuthorService", Complements.NONE, true, List.of());
    begins(
        Address.service(MmmService.RIGHTS, human),
        new HoldingsEvent.Counted(
            new Performed(by, sentence, reply, NOON - 1_000, 0, BEFORE), 1, 0));
    return this;
  }

  /** Something that its owner gives away to whoever comes first. */
  Town onOffer(String id, String owner) {
    return item(id, "Model", owner, null).offered(id);
  }

  /** It is given away to whoever comes first. */
  Town offered(String id) {
    return offers(id, BigDecimal.ZERO, Set.of());
  }

  /** That Item or place is on offer at that price; to anyone if nobody is named. */
  Town offers(String id, BigDecimal price, Set<String> to) {
    var offered = new ItemEvent.Offered(new Offer(price, "EUR", to, ""), BEFORE);
    Address entity = java.util.Objects.requireNonNull(names.get(id)).address(id);
    boolean place = entity.kind() == Address.Kind.PLACE;
    begins(entity, place ? new PlaceEvent.OfItem(offered) : offered);
    return this;
  }

  /** With something on its way that nobody waits for. */
  Town message(Address to, Message message) {
    clients.add(s -> s.message(to, message));
    return this;
  }

  /** That client asks, once those are answered. */
  Town asks(int client, String user, Action action, Complements what, Integer... after) {
    return asks(client, "k" + client, user, action, what, after);
  }

  Town asks(
      int client, String key, String user, Action action, Complements what, Integer... after) {
    var sentence = new ProcessAction(user, action, Edition.ARC_1_2, what);
    String fresh = action == Action.RESOLVE ? session(client) : minted(client);
    Message submit = submit(key, sentence, List.of(fresh), false);
    clients.add(s -> s.client(client, Address.process(user), submit, after));
    return this;
  }

  /**
   * It asks so much later under the same key again, when the name in Nil was claimed for a Message.
   */
  Town asksAgain(
      int client, String key, String user, Action action, Complements what, Integer... after) {
    var sentence = new ProcessAction(user, action, Edition.ARC_1_2, what);
    Map<String, Name> known = new HashMap<>(names);
    String nil = java.util.Objects.requireNonNull(what.nil());
    known.put(nil, new Name(Address.Kind.ITEM, "Message"));
    Ask ask =
        new Ask(
            key,
            sentence.toString(),
            sentence,
            known,
            List.of(minted(client)),
            NOT_AFTER + 60_000,
            false,
            "token",
            null);
    clients.add(s -> s.client(client, Address.process(user), new Message.Submit(ask), after));
    return this;
  }

  /** What the edge tells a Process of that sentence. */
  Message submit(String key, ProcessAction sentence, List<String> fresh, boolean dryRun) {
    String digest = sentence.toString();
    return new Message.Submit(
        new Ask(key, digest, sentence, Map.copyOf(names), fresh, NOT_AFTER, dryRun, "token", null));
  }

  Simulation with(Faults faults) {
    Simulation town = Simulation.of(machines, WIRE, NOON);
    for (var entity : beginnings.entrySet()) {
      town = town.written(entity.getKey(), entity.getValue());
    }
    for (var client : clients) town = client.apply(town);
    return town.with(faults);
  }

  /** With a Rights Item that says May (or May Not) MM-Embed that Item at that place. */
  static With embedding(String verb, String item, String place) {
    ObjectNode rights = JSON.objectNode().put("Header", "MMM-RGT-V2.2");
    ObjectNode entry = rights.putArray("RightsData").addObject();
    entry.put("DeonticVerb", verb).put("Level", "Granted");
    ObjectNode action = entry.putObject("PAIDOrPA").putObject("ProcessAction");
    action.put("action", "MM-Embed");
    var complements = action.putArray("RQ-Complements");
    complements.addObject().put("NilItem", item);
    complements.addObject().put("AtItem", place);
    return new With.Inline(rights);
  }

  /** The name of what that client's request yields. */
  static String minted(int client) {
    return String.format("Message-%012d", client);
  }

  /** The name of the session that client's request opens. */
  static String session(int client) {
    return String.format("Resolution-%012d", client);
  }

  /** A session of that name can be spoken of. */
  Town session(String id) {
    names.put(id, new Name(Address.Kind.SERVICE, Name.SESSION));
    return this;
  }

  static With text(String words) {
    return new With.Inline(
        JSON.objectNode().put("Header", "MMM-MSG-V2.2").put("MessageData", words));
  }

  private static Machine<?, ?> service(Address self, Quotas quotas) {
    String service = self.id().substring(0, self.id().indexOf('/'));
    return switch (MmmService.valueOf(service)) {
      case ACTIVITY -> new ActivityMachine(self);
      case AUTHOR -> new ServiceMachine(self, new AuthorRules());
      case PARCEL -> new ServiceMachine(self, new ParcelRules());
      case RIGHTS -> new HoldingsMachine(self, quotas);
      case RESOLUTION -> HandOverAbroadTest.resolution(self);
      default -> new ServiceMachine(self, new TransactionRules());
    };
  }

  private void seat(String id, String dataType, String in, CallId by) {
    var seat = new Seat(id, dataType, 0, Attitude.ORIGIN, by, Appearance.PLAIN, "");
    var told = new Told(Question.ADMIT, by, PaStatus.ACK, seat, List.of(), NOT_AFTER, 0);
    begins(Address.place(in), new PlaceEvent.Admitted(told, BEFORE));
  }

  private void begins(Address entity, Object event) {
    beginnings.computeIfAbsent(entity, e -> new ArrayList<>()).add(event);
  }

  private CallId world() {
    return new CallId(new Address(Address.Kind.WORLD, "world"), ++founded, 0);
  }

  private static Args.Founding thing(
      String dataType, String owner, boolean open, double side, int capacity, @Nullable String in) {
    return new Args.Founding(
        dataType, owner, owner, open, true, side, capacity, null, null, in, null, List.of(), null);
  }
}
