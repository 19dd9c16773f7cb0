package org.mmm.registration;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mmm.action.Action;
import org.mmm.action.Edition;
import org.mmm.directory.DirectoryMachine;
import org.mmm.directory.DirectoryState;
import org.mmm.items.ItemJson;
import org.mmm.kernel.Address;
import org.mmm.kernel.Args;
import org.mmm.kernel.Ask;
import org.mmm.kernel.Finding;
import org.mmm.kernel.Hlc;
import org.mmm.kernel.Message;
import org.mmm.kernel.Moment;
import org.mmm.kernel.Outcome;
import org.mmm.kernel.Query;
import org.mmm.kernel.Question;
import org.mmm.kernel.Reply;
import org.mmm.kernel.Response;
import org.mmm.kernel.Send;
import org.mmm.pa.Complements;
import org.mmm.pa.PaStatus;
import org.mmm.pa.ProcessAction;
import org.mmm.pa.Reason;
import org.mmm.pa.With;
import org.mmm.rights.Quotas;
import org.mmm.world.BirthRights;

@DisplayName("Registration of Anna, with real directory buckets")
class RegistrationTest {
  static final Address SELF = Address.parse("service/REGISTRATION/anna");
  static final List<String> FRESH = List.of("Account-1", "User-1", "Device-1", "Persona-1");
  static final long HORIZON = 10_000;

  private final AccountMachine machine =
      new AccountMachine(SELF, new BirthRights("MI1", List.of()), Quotas.DEFAULT);
  private AccountState state = machine.empty();
  private final Map<Address, DirectoryState> buckets = new HashMap<>();
  private HoldingsState holdings = HoldingsState.EMPTY;
  private Quotas quotas = Quotas.DEFAULT;
  private final Map<String, Args.Founding> founded = new HashMap<>();
  private final Deque<Send> underWay = new ArrayDeque<>();
  private @Nullable Response answer;
  private long millis = 1;

  @Test
  void makesAUserADeviceAndAPersonaWhenNothingIsAskedFor() {
    register("k1", "{\"FirstName\": \"Anna\"}");
    deliverAll();
    Reply reply = reply();
    assertThat(reply.status()).isEqualTo(PaStatus.ACK);
    assertThat(reply.created()).isTrue();
    assertThat(reply.complements().nil()).isEqualTo("Account-1");
    assertThat(founded).containsOnlyKeys("Account-1", "User-1", "Device-1", "Persona-1");
    assertThat(founding("Persona-1").owner()).isEqualTo("User-1");
    assertThat(founding("Persona-1").perceptible()).isTrue();
    assertThat(founding("User-1").owner()).isEqualTo("anna");
    assertThat(founding("User-1").tokenId()).isEqualTo("t-k1");
    assertThat(founding("User-1").rights())
        .extracting(r -> r.sentence())
        .containsExactly("May Original MM-Embed By ParcelService");
    assertThat(founding("Device-1").rights()).isEmpty();
    JsonNode item = ((With.Inline) reply.complements().with().get(0)).item();
    assertThat(item.at("/Processes/0/ProcessID").asText()).isEqualTo("User-1");
    assertThat(item.at("/Processes/1/ProcessType").asText()).isEqualTo("Device");
  }

  @Test
  void countsItsItems() {
    register("k1", "{\"FirstName\": \"Anna\"}");
    deliverAll();
    assertThat(holdings.items()).as("the Persona and the Account Item").isEqualTo(2);
    assertThat(holdings.places()).isZero();
  }

  @Test
  void refusesWhatExceedsTheQuotaOfItems() {
    quotas = new Quotas(1, 1, 16, 10, 10, 10, 10, 10, 1, 10);
    register("k1", "{\"FirstName\": \"Anna\"}");
    deliverAll();
    assertThat(((PaStatus.Err) reply().status()).reason()).isEqualTo(Reason.INS_RIGHTS);
    assertThat(reply().derivation().get(0).sentence()).contains("itemsPerAccount").contains("1");
    assertThat(founded).isEmpty();
    assertThat(holdings.items()).isZero();
  }

  @Test
  void answersAReplayTheSame() {
    register("k1", "{\"FirstName\": \"Anna\"}");
    deliverAll();
    Reply first = reply();
    register("k1", "{\"FirstName\": \"Anna\"}");
    assertThat(reply()).isEqualTo(first);
    assertThat(underWay).isEmpty();
  }

  @Test
  void isDoneOncePerHuman() {
    register("k1", "{\"FirstName\": \"Anna\"}");
    deliverAll();
    register("k2", "{\"FirstName\": \"Anna\"}");
    assertThat(reply().status())
        .isEqualTo(PaStatus.err(Reason.CLASH, "anna has an Account already"));
  }

  @Test
  void givesTheIdsThatAreAskedFor() {
    register("k1", wanting("Friend1", "Persona1ID"));
    deliverAll();
    assertThat(reply().status()).isEqualTo(PaStatus.ACK);
    assertThat(founded).containsOnlyKeys("Account-1", "Friend1", "Persona1ID");
  }

  @Test
  void refusesATakenIdAndKeepsTheOthersForTheNextAttempt() {
    occupied = "Persona1ID";
    register("k1", wanting("Friend1", "Persona1ID"));
    deliverAll();
    assertThat(((PaStatus.Err) reply().status()).reason()).isEqualTo(Reason.CLASH);
    assertThat(founded).isEmpty();
    register("k2", wanting("Friend1", "Persona2ID"));
    deliverAll();
    assertThat(reply().status()).isEqualTo(PaStatus.ACK);
    assertThat(founded).containsOnlyKeys("Account-1", "Friend1", "Persona2ID");
  }

  @Test
  void refusesWhatIsNoProfile() {
    register("k1", "{\"Age\": \"old\"}");
    assertThat(((PaStatus.Err) reply().status()).detail()).contains("Age");
    register("k2", wanting("User-0123456789ab", "P"));
    assertThat(((PaStatus.Err) reply().status()).reason()).isEqualTo(Reason.FAULTY_PA);
    register("k3", wanting("Same", "Same"));
    assertThat(((PaStatus.Err) reply().status()).detail()).contains("twice");
  }

  @Test
  void goesOnWithTheSameNamesWhateverIsLost() {
    for (int lost = 0; lost < 20; lost++) {
      state = machine.empty();
      buckets.clear();
      holdings = HoldingsState.EMPTY;
      founded.clear();
      answer = null;
      register("k1", "{\"FirstName\": \"Anna\"}");
      for (int i = 0; i < lost && !underWay.isEmpty(); i++) deliver();
      underWay.clear();
      millis += 1_000;
      underWay.addAll(machine.due(state, now()));
      deliverAll();
      register("k1", "{\"FirstName\": \"Anna\"}");
      assertThat(reply().status()).isEqualTo(PaStatus.ACK);
      assertThat(founded).hasSize(4);
      millis = 1;
    }
  }

  @Test
  void isNeverPerformedOnceItRanOutBeforeItBegan() {
    register("k1", "{\"FirstName\": \"Anna\"}");
    underWay.clear();
    millis = HORIZON + 1;
    underWay.addAll(machine.due(state, now()));
    deliverAll();
    assertThat(((PaStatus.Err) reply().status()).reason()).isEqualTo(Reason.UNABLE);
    assertThat(founded).isEmpty();
  }

  @Test
  void isFinishedOnceItsNamesAreClaimed() {
    register("k1", "{\"FirstName\": \"Anna\"}");
    while (!state.claimed()) deliver();
    underWay.clear();
    millis = HORIZON + 1;
    underWay.addAll(machine.due(state, now()));
    deliverAll();
    assertThat(reply().status()).isEqualTo(PaStatus.ACK);
    assertThat(founded).hasSize(4);
  }

  @Test
  void keepsTheProfileOutOfWhatIsAskedAndLogged() {
    register("k1", "{\"FirstName\": \"Annabella\"}");
    deliverAll();
    assertThat(state.intents().toString() + state.log() + state.began())
        .doesNotContain("Annabella");
    send(new Message.Read(new Query.Profile(null)));
    if (!(answer instanceof Response.View view)) throw new AssertionError("no view: " + answer);
    assertThat(view.body().path("personalProfile").asText()).contains("Annabella");
    assertThat(view.body().path("recoveryHash").asText()).isEqualTo("h");
  }

  private @Nullable String occupied;

  private void register(String key, String profile) {
    ObjectNode item = (ObjectNode) parse(profile);
    ObjectNode extra = JsonNodeFactory.instance.objectNode();
    extra.put("tokenId", "t-" + key).put("recoveryHash", "h");
    var action =
        new ProcessAction(
            "anna",
            Action.REGISTER,
            Edition.ARC_1_2,
            Complements.NONE.withBy("RegistrationService").with(List.of(new With.Inline(item))));
    answer = null;
    send(
        new Message.Submit(
            new Ask(key, profile, action, Map.of(), FRESH, HORIZON, false, null, extra)));
  }

  private static String wanting(String user, String persona) {
    return "{\"PersonalProfile\": {\"Data\": [{\"FirstName\": \"Anna\"}], \"Processes\": ["
        + "{\"ProcessIDOrProcess\": [\""
        + user
        + "\"], \"PersonaIDOrPersona\": [\""
        + persona
        + "\"]}]}}";
  }

  private void send(Message message) {
    Outcome<AccountEvent> outcome = machine.on(state, message, now());
    List<AccountEvent> events = new ArrayList<>(outcome.soon());
    events.addAll(outcome.events());
    for (AccountEvent e : events) state = machine.apply(state, e);
    underWay.addAll(outcome.sends());
    if (outcome.response() != null) answer = outcome.response();
    outcome.wakes().values().forEach(response -> answer = response);
  }

  private void deliverAll() {
    for (int i = 0; i < 500 && !underWay.isEmpty(); i++) deliver();
    assertThat(underWay).isEmpty();
  }

  private void deliver() {
    Send send = underWay.removeFirst();
    if (send.to().equals(SELF)) {
      send(send.message());
      return;
    }
    var consult = (Message.Consult) send.message();
    if (consult.question() == Question.FOUND) {
      founded.put(send.to().id(), (Args.Founding) consult.args());
      underWay.add(consult.answer(Finding.yes(Question.FOUND, send.to().id())));
      return;
    }
    if (consult.question() == Question.COUNT) {
      var counting = new HoldingsMachine(send.to(), quotas);
      var counted = counting.on(holdings, consult, now());
      for (HoldingsEvent e : counted.events()) holdings = counting.apply(holdings, e);
      underWay.addAll(counted.sends());
      return;
    }
    if (consult.args() instanceof Args.Claiming claiming && claiming.name().equals(occupied)) {
      PaStatus taken = PaStatus.err(Reason.CLASH, "the name " + occupied + " is taken");
      underWay.add(consult.answer(Finding.of(Question.CLAIM, claiming.name(), taken)));
      return;
    }
    var bucket = new DirectoryMachine(send.to());
    DirectoryState before = buckets.getOrDefault(send.to(), bucket.empty());
    var outcome = bucket.on(before, consult, now());
    for (var e : outcome.events()) before = bucket.apply(before, e);
    buckets.put(send.to(), before);
    underWay.addAll(outcome.sends());
  }

  private Args.Founding founding(String id) {
    Args.Founding what = founded.get(id);
    if (what == null) throw new AssertionError(id + " was not founded");
    return what;
  }

  private Reply reply() {
    if (answer instanceof Response.Performed p) return p.reply();
    throw new AssertionError("not answered: " + answer);
  }

  private Moment now() {
    return Moment.of(new Hlc(millis, 0));
  }

  private static JsonNode parse(String json) {
    try {
      return ItemJson.newMapper().readTree(json);
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
