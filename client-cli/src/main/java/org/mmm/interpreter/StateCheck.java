package org.mmm.interpreter;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mmm.action.Preposition;
import org.mmm.client.Json;
import org.mmm.script.Complement;
import org.mmm.script.Operand;
import org.mmm.script.Operand.Call;
import org.mmm.script.Operand.Name;

/**
 * What an Item must look like.
 *
 * @param item its ID
 * @param wanted all of these must hold
 */
record StateCheck(String item, List<Wanted> wanted) {
  /** One thing that must hold, such as {@code At} that ID. */
  record Wanted(Preposition preposition, String value) {}

  static StateCheck of(Name subject, List<Complement> complements, Names names) {
    List<Wanted> wanted = new ArrayList<>();
    for (Complement complement : complements) {
      for (Operand operand : complement.operands()) {
        wanted.add(new Wanted(complement.preposition(), value(operand, names)));
      }
    }
    return new StateCheck(names.id(subject), wanted);
  }

  /** What does not hold, as a clause; empty when all holds. */
  Optional<String> mismatch(JsonNode state) {
    for (Wanted one : wanted) {
      String actual =
          switch (one.preposition()) {
            case AT, TO -> Json.text(state.path("place"), "at", "nowhere");
            case OF -> Json.text(state, "owner", "nobody");
            case WITH -> contains(state, one.value()) ? one.value() : "without " + one.value();
            default ->
                throw new IllegalArgumentException(
                    "a state is At, Of or With something, not " + one.preposition().wireName());
          };
      if (!Expectation.same(actual, one.value())) {
        return Optional.of(
            item + " is " + one.preposition().wireName() + " " + actual + ", not " + one.value());
      }
    }
    return Optional.empty();
  }

  private static String value(Operand operand, Names names) {
    if (operand instanceof Name name) {
      return names.id(name);
    }
    if (operand instanceof Call call
        && call.kind().text().equals("Perceptibility")
        && call.arguments().get(0).value() instanceof Name word) {
      return "perceptible=" + word.text();
    }
    throw new IllegalArgumentException("a state is named by an ID");
  }

  /** Whether the Item says so anywhere: it may be animated by a Stream, or show one. */
  private static boolean contains(JsonNode state, String value) {
    if (value.startsWith("perceptible=")) {
      return value.equals("perceptible=" + state.path("perceptible").asBoolean());
    }
    if (state.isValueNode()) {
      return state.asText().equals(value);
    }
    for (JsonNode child : state) {
      if (contains(child, value)) {
        return true;
      }
    }
    return false;
  }
}
