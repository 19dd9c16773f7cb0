package org.mmm.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mmm.pa.Reason;

@DisplayName("A script that reads well is checked for")
class ScriptCheckerTest {

  @Test
  void unknownReasons() {
    assertThat(check("User1x MM-Enables P => Clsh"))
        .isEqualTo("error: line 1, column 24: unknown reason \"Clsh\"; did you mean \"Clash\"?");
    assertThat(check("User1x MM-Enables P => Broke")).contains("the reasons are FaultyPA, ");
    assertThat(check("User1x MM-Enables P => PostRef"))
        .isEqualTo("warning: line 1, column 24: nothing here is refused for \"PostRef\"");
  }

  @Test
  void everyReasonThatIsGivenIsKnown() {
    assertThat(ScriptChecker.REASONS)
        .containsAll(
            Arrays.stream(Reason.values())
                .filter(reason -> reason != Reason.UNKNOWN) // not an answer: nothing to expect
                .map(Reason::wireName)
                .toList());
  }

  @Test
  void namesUsedBeforeTheyAreBound() {
    assertThat(check("S MM-Sends \"{Room1}\" To X\nS Authors Room{} By A Into Room1"))
        .isEqualTo(
            "error: line 1, column 12: \"Room1\" is used before it is bound; it is bound in line"
                + " 2");
  }

  @Test
  void namesThatOnlyLookBound() {
    assertThat(check("S MM-Sends Room1 To MM-Square"))
        .isEqualTo(
            "warning: line 1, column 12: nothing in this script binds \"Room1\"; it is taken for a"
                + " real ID");
  }

  @Test
  void namesThatEveryConstructBinds() {
    assertThat(
            check(
                """
                human1 Registers PersonalProfile{"Of": "{human1}"} Into User1
                let Place1 = MM-Square
                for N1 in 1..2 {
                  User1 MM-Adds P{N1} At Place1
                  User1 Authors Room{} By A Into Room{N1}
                }
                User1 UM-Captures Data1 At U
                expect S MM-Sends Rights1 To User1
                User1 MM-Sends Data1, Rights1, Room2 To X Into Message1
                User1 MM-Sends pick(Message1, N1) To X
                """))
        .isEmpty();
  }

  @Test
  void whatRefusedSentencesWouldBind() {
    assertThat(check("S Authors Room{} By A Into R => Clash"))
        .isEqualTo(
            "warning: line 1, column 1: a refused sentence binds nothing; leave its Into out");
  }

  private static String check(String script) {
    return ScriptChecker.check(ScriptParser.parse(script)).stream()
        .map(Finding::toString)
        .collect(Collectors.joining("\n"));
  }
}
