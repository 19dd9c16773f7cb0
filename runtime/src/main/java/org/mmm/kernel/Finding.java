package org.mmm.kernel;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mmm.pa.PaStatus;
import org.mmm.rights.Facts;
import org.mmm.rights.Line;

/**
 * The answer to a {@link Question}.
 *
 * @param question what was asked
 * @param entity the ID of who answers
 * @param status Ack, or why not
 * @param facts what it knows of its owner and surroundings, where the question is about that
 * @param derivation what decided, for people
 * @param data what the question yields besides, in the form that its asker and its answerer agree
 *     on
 */
public record Finding(
    Question question,
    String entity,
    PaStatus status,
    @Nullable Facts facts,
    List<Line> derivation,
    @Nullable JsonNode data) {
  public Finding {
    derivation = List.copyOf(derivation);
  }

  public static Finding yes(Question question, String entity) {
    return new Finding(question, entity, PaStatus.ACK, null, List.of(), null);
  }

  public static Finding of(Question question, String entity, PaStatus status) {
    return new Finding(question, entity, status, null, List.of(), null);
  }

  public Finding with(Facts known) {
    return new Finding(question, entity, status, known, derivation, data);
  }

  public Finding with(List<Line> lines) {
    return new Finding(question, entity, status, facts, lines, data);
  }

  public Finding with(JsonNode yielded) {
    return new Finding(question, entity, status, facts, derivation, yielded);
  }
}
