package org.mmm.world;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.module.paramnames.ParameterNamesModule;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mmm.directory.Buckets;
import org.mmm.directory.DirectoryMachine;
import org.mmm.directory.DirectoryState;
import org.mmm.kernel.Address;
import org.mmm.kernel.Finding;
import org.mmm.kernel.Hlc;
import org.mmm.kernel.Message;
import org.mmm.kernel.Moment;
import org.mmm.kernel.Outcome;
import org.mmm.kernel.Query;
import org.mmm.kernel.Question;
import org.mmm.kernel.Response;
import org.mmm.kernel.Send;
import org.mmm.pa.PaStatus;
import org.mmm.pa.Reason;

@DisplayName(
    "The world, applied to real directory buckets and entities that let themselves be founded")
class WorldMachineTest {
  static final WorldFile HALL =
      read("places: [{id: Hall, side: 20}, {id: Nook, side: 4, inside: Hall}]");
  static final WorldFile HALL_AND_ATTIC =
      read(
          "places: [{id: Hall, side: 20}, {id: Nook, side: 4, inside: Hall}, {id: Attic, side:"
              + " 9}]");
  static final WorldFile BIGGER_HALL = read("places: [{id: Hall, side: 40}]");

  private final WorldMachine machine = new WorldMachine();
  private WorldState state = machine.empty();
  private final Map<Address, DirectoryState> buckets = new HashMap<>();
  private final List<String> founded = new ArrayList<>();
  private final Deque<Send> underWay = new ArrayDeque<>();
  private @Nullable Response answer;
  private int millis;

  @Test
  void isAppliedStatementByStatementAndThenSaysSo() {
    submit(HALL, false);
    assertThat(answer).isNull();
    deliverAll();
    assertThat(founded).containsExactly("process/MInstanceManager", "place/Hall", "place/Nook");
    assertThat(status()).isEqualTo(PaStatus.ACK);
    assertThat(view().get("Ready").booleanValue()).isTrue();
    assertThat(machine.busy(state)).isFalse();
  }

  @Test
  void isAppliedOnce() {
    submit(HALL, false);
    deliverAll();
    submit(HALL, false);
    assertThat(status()).isEqualTo(PaStatus.ACK);
    assertThat(underWay).isEmpty();
    assertThat(founded).hasSize(3);
  }

  @Test
  void goesOnAfterEveryCrash() {
    for (int lost = 0; lost < 12; lost++) {
      submit(HALL, false);
      for (int i = 0; i < lost && !underWay.isEmpty(); i++) deliver();
      underWay.clear(); // all that was under way is lost, and who waited is gone
      state = through(state);
      underWay.addAll(machine.due(state, now()));
      deliverAll();
      submit(HALL, false);
      assertThat(status()).isEqualTo(PaStatus.ACK);
      assertThat(founded).doesNotHaveDuplicates().hasSize(3);
      state = machine.empty();
      buckets.clear();
      founded.clear();
    }
  }

  @Test
  void doesNotMindThatEverythingComesTwice() {
    submit(HALL, false);
    for (int i = 0; i < 200; i++) {
      if (underWay.isEmpty()) break;
      if (i < 5) underWay.addLast(underWay.getFirst());
      deliver();
    }
    assertThat(status()).isEqualTo(PaStatus.ACK);
    assertThat(founded).doesNotHaveDuplicates().hasSize(3);
  }

  @Test
  void refusesAnotherFileAndNamesBoth() {
    submit(HALL, false);
    deliverAll();
    submit(HALL_AND_ATTIC, false);
    assertThat(((PaStatus.Err) status()).detail())
        .contains(
            WorldFileReader.hash(HALL), WorldFileReader.hash(HALL_AND_ATTIC), "--world-apply");
  }

  @Test
  void addsWhatIsNewWhenToldTo() {
    submit(HALL, false);
    deliverAll();
    submit(HALL_AND_ATTIC, true);
    deliverAll();
    assertThat(status()).isEqualTo(PaStatus.ACK);
    assertThat(founded).hasSize(4).endsWith("place/Attic");
    submit(HALL_AND_ATTIC, false);
    assertThat(status()).isEqualTo(PaStatus.ACK);
  }

  @Test
  void deletesNothingWhenToldToAddAFileWithLessInIt() {
    submit(HALL_AND_ATTIC, false);
    deliverAll();
    submit(HALL, true);
    assertThat(status()).isEqualTo(PaStatus.ACK);
    assertThat(state.done()).containsKey("Attic");
  }

  @Test
  void changesNothingThatIsThere() {
    submit(HALL, false);
    deliverAll();
    submit(BIGGER_HALL, true);
    assertThat(status())
        .isEqualTo(
            PaStatus.err(
                Reason.CLASH,
                "Hall is there already and is another here; --world-apply only adds"));
  }

  @Test
  void stopsAtANameThatIsTakenAndGoesOnWhenAskedAgain() {
    buckets.put(Buckets.of("Nook"), takenByAnna("Nook"));
    submit(HALL, false);
    deliverAll();
    assertThat(((PaStatus.Err) status()).detail())
        .isEqualTo("world file, Nook: the name Nook is taken");
    assertThat(machine.busy(state)).isFalse();
    buckets.clear();
    submit(HALL, false);
    deliverAll();
    assertThat(status()).isEqualTo(PaStatus.ACK);
    assertThat(founded).hasSize(3);
  }

  private void submit(WorldFile file, boolean add) {
    answer = null;
    send(new Message.Submit(new WorldAsk(file, add).ask(Long.MAX_VALUE)));
  }

  private void send(Message message) {
    Outcome<WorldEvent> outcome = machine.on(state, message, now());
    for (WorldEvent e : outcome.events()) state = machine.apply(state, e);
    underWay.addAll(outcome.sends());
    if (outcome.response() != null) answer = outcome.response();
    outcome.wakes().values().forEach(response -> answer = response);
  }

  private void deliverAll() {
    while (!underWay.isEmpty()) deliver();
  }

  private void deliver() {
    Send send = underWay.removeFirst();
    if (send.to().equals(WorldAsk.WORLD)) {
      send(send.message());
    } else if (send.to().kind() == Address.Kind.DIRECTORY) {
      var bucket = new DirectoryMachine(send.to());
      DirectoryState before = buckets.getOrDefault(send.to(), bucket.empty());
      var outcome = bucket.on(before, send.message(), now());
      for (var e : outcome.events()) before = bucket.apply(before, e);
      buckets.put(send.to(), before);
      underWay.addAll(outcome.sends());
    } else {
      var consult = (Message.Consult) send.message();
      assertThat(consult.question()).isEqualTo(Question.FOUND);
      if (!founded.contains(send.to().toString())) founded.add(send.to().toString());
      underWay.add(consult.answer(Finding.yes(Question.FOUND, send.to().id())));
    }
  }

  private static DirectoryState takenByAnna(String name) {
    var bucket = new DirectoryMachine(Buckets.of(name));
    var claimed =
        new org.mmm.directory.DirectoryEvent.Claimed(
            name,
            new org.mmm.kernel.Name(Address.Kind.PLACE, "Room"),
            org.mmm.kernel.CallId.parse("process/Anna#1.0"),
            Hlc.ZERO);
    return bucket.apply(bucket.empty(), claimed);
  }

  private PaStatus status() {
    if (answer instanceof Response.Performed p) return p.reply().status();
    throw new AssertionError("not answered: " + answer);
  }

  private JsonNode view() {
    send(new Message.Read(new Query.Profile(null)));
    if (answer instanceof Response.View v) return v.body();
    throw new AssertionError("no view: " + answer);
  }

  private Moment now() {
    return Moment.of(new Hlc(++millis, 0));
  }

  /** A state as it comes back from a snapshot. */
  private static WorldState through(WorldState state) {
    try {
      ObjectMapper mapper =
          com.fasterxml.jackson.databind.json.JsonMapper.builder()
              .addModule(new ParameterNamesModule())
              .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
              .build();
      WorldState back = mapper.readValue(mapper.writeValueAsString(state), WorldState.class);
      assertThat(back).isEqualTo(state);
      return back;
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static WorldFile read(String places) {
    try {
      return WorldFileReader.read("hall.yaml", "mInstance: MI1\nmEnvironment: ME1\n" + places);
    } catch (WorldFileException e) {
      throw new AssertionError(e);
    }
  }
}
