package org.mmm.items;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The guide to the data types")
class ItemGuideTest {
  private static final Set<String> OUTSIDE = Set.of("Extra", "MMM Runtime");
  private static final Pattern END_OF_TOP = Pattern.compile("[.\\[].*| / .*");

  @Test
  void explainsThe67OfTheStandardAndOurs() {
    assertThat(ItemGuide.all().stream().filter(entry -> !OUTSIDE.contains(entry.category())))
        .hasSize(67)
        .allMatch(entry -> !entry.fields().isEmpty() && !entry.header().isEmpty());
    assertThat(ItemGuide.all()).allMatch(entry -> entry.definition().length() > 10);
    assertThat(
            ItemGuide.all().stream()
                .filter(entry -> entry.category().equals("MMM Runtime"))
                .map(ItemGuide.Entry::name))
        .containsExactly("Room", "Parcel", "Stream", "Data");
  }

  @ParameterizedTest
  @ValueSource(strings = {"PersonalProfile", "personal profile", "Persona", "item", "Wallet"})
  void findsATypeHoweverItsNameIsWritten(String name) {
    assertThat(ItemGuide.find(name)).isPresent();
  }

  @Test
  void findsNothingForAnotherName() {
    assertThat(ItemGuide.find("Ghost")).isEmpty();
    assertThat(ItemGuide.find("")).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "QUALIFIER")
  void knowsEveryFieldThatIsWritten(ItemType type) {
    Item item = Golden.item(type);
    Set<String> written = new TreeSet<>();
    item.json().fieldNames().forEachRemaining(written::add);
    written.removeAll(item.envelope().unknown().fields().keySet());
    written.remove("MEnvironmentID"); // of every Item since V2.2, though not in every table

    Set<String> known =
        ItemGuide.find(type.title()).orElseThrow().fields().stream()
            .flatMap(field -> Stream.of(field.name().split(", ")))
            .map(name -> END_OF_TOP.matcher(name).replaceFirst(""))
            .collect(Collectors.toSet());

    assertThat(known).containsAll(written);
  }
}
