package org.mmm.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What is printed")
class PrintTest {
  @Test
  void standsInColumns() {
    Table table = new Table("ITEM", "AT").row("Persona1", "MM-Square").row("R", "-");

    assertThat(table.print(Style.PLAIN))
        .isEqualTo("ITEM      AT\nPersona1  MM-Square\nR         -\n");
  }

  @Test
  void goesOnInTheNextLineOfItsColumnAndLosesNothing() {
    Table table = new Table("ITEM", "WHY").row("Room1", "User2 holds no Right to enter this Room");

    assertThat(table.print(Style.PLAIN, 37))
        .isEqualTo("ITEM   WHY\nRoom1  User2 holds no Right to enter\n       this Room\n");
    assertThat(table.print(Style.PLAIN)).contains("User2 holds no Right to enter this Room\n");
  }

  @Test
  void cannotTakeOverTheTerminal() {
    assertThat(OneLine.of("a\u001b[31mred\nline\u202etxt")).isEqualTo("a [31mred line txt");
  }

  @Test
  void hasColourOnlyAtATerminalThatWantsIt() {
    assertThat(Style.of(Map.of("TERM", "xterm"), true)).isEqualTo(Style.COLOUR);
    assertThat(Style.of(Map.of("TERM", "xterm", "NO_COLOR", "1"), true)).isEqualTo(Style.PLAIN);
    assertThat(Style.of(Map.of("TERM", "xterm"), false)).isEqualTo(Style.PLAIN);
    assertThat(Style.of(Map.of("TERM", "dumb"), true)).isEqualTo(Style.PLAIN);
    assertThat(Style.PLAIN.bad("x")).isEqualTo("x");
  }
}
