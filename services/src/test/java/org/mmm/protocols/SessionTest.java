package org.mmm.protocols;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mmm.action.Action;
import org.mmm.kernel.Address;
import org.mmm.kernel.Name;
import org.mmm.pa.Complements;
import org.mmm.pa.With;
import org.mmm.process.ProcessEvent;
import org.mmm.resolution.SessionEvent;
import org.mmm.simulation.Exploration;
import org.mmm.simulation.Faults;
import org.mmm.simulation.Simulation;

@DisplayName("What is said in a session comes to each who is in it, once and in one order")
class SessionTest {
  private static final String SESSION = Town.session(1);

  static List<Faults> small() {
    return Small.FAULTS;
  }

  @ParameterizedTest
  @MethodSource("small")
  void whateverGoesWrongOnce(Faults faults) {
    exploration(two(), faults).random(1, 3 * Small.SEEDS);
  }

  @Test
  void inManyWaysWithManyFaults() {
    exploration(three(), Small.MANY).random(1, 2 * Small.SEEDS);
  }

  private static Town two() {
    return new Town()
        .user("Anna")
        .user("Carl")
        .session(SESSION)
        .asks(1, "Anna", Action.RESOLVE, opening("Carl"))
        .asks(2, "Carl", Action.RESOLVE, joining(), 1)
        .asks(4, "Anna", Action.MM_SEND, saying("one"), 2)
        .asks(5, "Carl", Action.MM_SEND, saying("two"), 4);
  }

  private static Town three() {
    return new Town()
        .user("Anna")
        .user("Carl")
        .user("Dora")
        .session(SESSION)
        .asks(1, "Anna", Action.RESOLVE, opening("Carl", "Dora"))
        .asks(2, "Carl", Action.RESOLVE, joining(), 1)
        .asks(3, "Dora", Action.RESOLVE, joining(), 1)
        .asks(4, "Anna", Action.MM_SEND, saying("one"), 2)
        .asks(5, "Carl", Action.MM_SEND, saying("two"), 2)
        .asks(6, "Dora", Action.MM_SEND, saying("three"), 3)
        .asks(7, "Anna", Action.MM_SEND, saying("four"), 4);
  }

  private static Exploration exploration(Town town, Faults faults) {
    return new Exploration(town.with(faults), Laws::always, SessionTest::oneOrder);
  }

  private static void oneOrder(Simulation end) {
    Laws.atEnd(end);
    Map<String, List<String>> due = new TreeMap<>();
    List<String> said = new ArrayList<>();
    for (Object event : end.log(new Name(Address.Kind.SERVICE, Name.SESSION).address(SESSION))) {
      if (!(event instanceof SessionEvent.Said one) || !one.content().has("SessionNumber"))
        continue;
      String words = words(one.content());
      said.add(words);
      one.to().forEach(to -> due.computeIfAbsent(to, m -> new ArrayList<>()).add(words));
    }
    assertThat(said).as("what was said").doesNotHaveDuplicates();
    for (String member : List.of("Anna", "Carl", "Dora")) {
      assertThat(heard(end, member))
          .as("what %s hears", member)
          .isEqualTo(due.getOrDefault(member, List.of()));
    }
    SAYINGS.forEach(
        (client, words) -> {
          if (Laws.acknowledged(end, client)) assertThat(said).as("of " + client).contains(words);
        });
  }

  private static final Map<Integer, String> SAYINGS =
      Map.of(4, "one", 5, "two", 6, "three", 7, "four");

  private static List<String> heard(Simulation end, String member) {
    List<String> all = new ArrayList<>();
    for (Object event : end.log(Address.process(member))) {
      if (!(event instanceof ProcessEvent.Received r) || r.what().content() == null) continue;
      JsonNode item = r.what().content().item();
      if (item.path("ResolutionID").asText().equals(SESSION) && item.has("SessionNumber")) {
        all.add(words(item));
      }
    }
    return all;
  }

  private static String words(JsonNode item) {
    return item.path("MessageData").asText();
  }

  private static Complements opening(String... partners) {
    ObjectNode request = JsonNodeFactory.instance.objectNode();
    for (String partner : partners) {
      request
          .withArray("Partners")
          .addObject()
          .putObject("MInstances")
          .putArray("Processes")
          .addObject()
          .put("ProcessID", partner);
    }
    return Complements.NONE.with(List.of(resolution("ProcAToResolARequest", request)));
  }

  private static Complements joining() {
    JsonNode yes = JsonNodeFactory.instance.booleanNode(true);
    return Complements.nil(SESSION).with(List.of(resolution("ProcessBToResolBResponse", yes)));
  }

  private static Complements saying(String words) {
    return Complements.NONE.withTo(SESSION).with(List.of(Town.text(words)));
  }

  private static With resolution(String stage, JsonNode content) {
    ObjectNode item = JsonNodeFactory.instance.objectNode().put("Header", "MMM-RES-V2.2");
    item.putArray("Sequence").addObject().set(stage, content);
    return new With.Inline(item);
  }
}
