package org.mmm.action;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("The Action table")
class ActionTableTest {
  private static final Path PAGE = Path.of("..", "docs", "ACTIONS.md");

  @ParameterizedTest
  @EnumSource
  void hasThe30ActionsOfEachEdition(Edition edition) {
    assertThat(Arrays.stream(Action.values()).filter(a -> a.in(edition))).hasSize(30);
  }

  @Test
  void hasNoPathTwice() {
    List<String> paths = new ArrayList<>();
    for (Action action : Action.values()) {
      for (Edition edition : Edition.values()) action.path(edition).ifPresent(paths::add);
    }

    assertThat(paths).hasSize(60).doesNotHaveDuplicates();
    assertThat(paths).allMatch(p -> p.matches("v\\d\\.\\d/[a-z]+/[a-z-]+"));
  }

  @ParameterizedTest
  @EnumSource
  void isFoundByEveryNameOfAnAction(Action action) {
    for (Edition edition : Edition.values()) {
      action.name(edition).ifPresent(n -> assertThat(Action.ofVerb(n)).contains(action));
    }
    assertThat(Action.ofVerb(action.title())).contains(action);
    assertThat(Action.parse(action.title())).isEqualTo(action);
  }

  @ParameterizedTest
  @CsvSource({
    "MM-Anim, MM_ANIMATE",
    "MM-Anims, MM_ANIMATE",
    "MU-Render, MU_EMBED",
    "UM-Render, UM_EMBED",
    "RightsChange, CHANGE",
    "Rights-Change, CHANGE",
    "Rights Manages, CHANGE",
    "PropertyChange, PROPERTY_CHANGE",
    "Property Manage, PROPERTY_CHANGE",
    "MM-Embeds, MM_EMBED",
    "Identifies, IDENTIFY",
    "Modifies, MODIFY"
  })
  void isFoundByAliasesAndTheThirdPerson(String verb, Action action) {
    assertThat(Action.ofVerb(verb)).contains(action);
  }

  @Test
  void knowsEverySpellingThatItLists() {
    assertThat(Action.spellings()).allSatisfy(s -> assertThat(Action.ofVerb(s)).isPresent());
    assertThat(Action.ofVerb("MM-Dance")).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void namesNoComplementTwice(Action action) {
    assertThat(action.slots()).extracting(Slot::preposition).doesNotHaveDuplicates();
  }

  @Test
  @DisplayName("is docs/ACTIONS.md; when this fails, put what it prints there")
  void isThePage() throws IOException {
    assertThat(page()).isEqualTo(Files.readString(PAGE));
  }

  private static String page() {
    String head =
        """
        # Actions

        Every verb of MMM-ARC V1.2 (30) and MMM-TEC V2.2 (30), from the Action table of the program. Complements in
        brackets may be left out. "Performed by: not offered" means that the verb is known here and refused.

        | V1.2 | V2.2 | Complements | Yields | Service | Performed by | Path below /api | What it does |
        |---|---|---|---|---|---|---|---|
        """;
    return Arrays.stream(Action.values())
        .map(ActionTableTest::row)
        .collect(Collectors.joining("\n", head, "\n"));
  }

  private static String row(Action action) {
    String slots =
        action.slots().stream()
            .map(
                s ->
                    s.required()
                        ? s.preposition().wireName()
                        : "[" + s.preposition().wireName() + "]")
            .collect(Collectors.joining(" "));
    String paths =
        Stream.of(Edition.values())
            .flatMap(e -> action.path(e).stream())
            .collect(Collectors.joining(" "));
    return "| "
        + String.join(
            " | ",
            action.name(Edition.ARC_1_2).orElse("-"),
            action.name(Edition.TEC_2_2).orElse("-"),
            slots,
            action.yields().isEmpty() ? "-" : String.join(", ", action.yields()),
            action.service().id(Edition.ARC_1_2),
            action.performer().name().toLowerCase(Locale.ROOT).replace('_', ' '),
            paths,
            action.purpose())
        + " |";
  }
}
