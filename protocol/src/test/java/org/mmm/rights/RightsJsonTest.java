package org.mmm.rights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mmm.action.Action.MM_ADD;
import static org.mmm.action.Action.MM_EMBED;
import static org.mmm.items.DeonticVerb.MAY_NOT;
import static org.mmm.items.ProcessType.USER;
import static org.mmm.rights.Story.ANNA;
import static org.mmm.rights.Story.BRUNO;
import static org.mmm.rights.Story.NOON;
import static org.mmm.rights.Story.ROOM;
import static org.mmm.rights.Story.asks;
import static org.mmm.rights.Story.during;
import static org.mmm.rights.Story.holding;
import static org.mmm.rights.Story.may;
import static org.mmm.rights.Story.mayNot;
import static org.mmm.rights.Story.original;
import static org.mmm.rights.Story.pattern;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Rights are stored and sent as plain JSON, and come back the same")
class RightsJsonTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Right GRANT = may("R1", ANNA, pattern(MM_EMBED, "Persona2", "Room1"));

  @Test
  void aRightIsWrittenInTheStandardsWords() throws JsonProcessingException {
    assertThat(JSON.readTree(JSON.writeValueAsString(GRANT)))
        .isEqualTo(
            JSON.readTree(
                """
                {"id": "R1", "verb": "May", "level": "Granted",
                 "pattern": {"action": "MM-Embed", "nil": "Persona2", "places": ["Room1"]},
                 "giver": "Anna", "stamp": {"entity": "Room1", "epoch": 1},
                 "givenMillis": 1767323045000}
                """));
  }

  @Test
  void whatIsHeldComesBackWithItsIndex() throws JsonProcessingException {
    HeldRights held =
        holding(
            during(GRANT, new Window(NOON, null)),
            mayNot("R2", "Carla", pattern(MM_ADD, null)),
            original("R3", pattern(MM_EMBED, null).forSubject(BRUNO)));
    HeldRights back = there(held, HeldRights.class);
    assertThat(back).isEqualTo(held).hasSameHashCodeAs(held).hasToString(held.toString());
    assertThat(back.forbidding(asks(BRUNO, MM_EMBED, "Cup", "Room9"), NOON)).isPresent();
  }

  @Test
  void groundsFactsDecisionsAndRulesComeBackTheSame() throws JsonProcessingException {
    Grounds grounds = Grounds.of(GRANT);
    Facts facts = ROOM.inside(List.of(new Facts.Enclosing("Parcel1", ANNA)));
    Decision decision =
        Authorization.decide(asks(BRUNO, MM_EMBED, "Persona2", "Room1"), grounds, facts, NOON);
    RuleBook rules =
        new RuleBook("MI1", 3, List.of(new Rule(USER, MAY_NOT, pattern(MM_ADD, null, "Vault"))));
    assertThat(there(grounds, Grounds.class)).isEqualTo(grounds);
    assertThat(there(facts, Facts.class)).isEqualTo(facts);
    assertThat(there(decision, Decision.class)).isEqualTo(decision);
    assertThat(there(rules, RuleBook.class)).isEqualTo(rules);
    assertThat(there(Quotas.DEFAULT, Quotas.class)).isEqualTo(Quotas.DEFAULT);
  }

  @Test
  void whatIsMissingIsNamed() {
    assertThatThrownBy(() -> JSON.readValue("{\"id\": \"R1\"}", Right.class))
        .hasMessageContaining("the deontic verb is missing");
  }

  @Test
  void wrongValuesCannotBeBuilt() {
    Right ban = mayNot("R1", ANNA, GRANT.pattern());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Grounds.of(ban))
        .withMessageContaining("a ground must be a May");
    assertThatIllegalArgumentException().isThrownBy(() -> new Stamp("Room1", -1));
    assertThatIllegalArgumentException().isThrownBy(() -> new Window(NOON, NOON));
    assertThatIllegalArgumentException().isThrownBy(() -> new Decision(List.of()));
    Line no = new Line("Room1", false, null, "Room1 refuses");
    assertThatIllegalArgumentException().isThrownBy(() -> new Decision(List.of(no, no)));
  }

  private static <T> T there(T value, Class<T> type) throws JsonProcessingException {
    return JSON.readValue(JSON.writeValueAsString(value), type);
  }
}
