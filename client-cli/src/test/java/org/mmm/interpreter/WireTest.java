package org.mmm.interpreter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mmm.action.Edition;
import org.mmm.client.Json;
import org.mmm.home.Home;
import org.mmm.script.Phrase;
import org.mmm.script.ScriptParser;
import org.mmm.script.Statement.Sentence;

@DisplayName("A sentence travels")
class WireTest {
  private static final String HI =
      "{'Header':'MMM-MSG-V2.2','MessageID':'Message-k','MessageData':[{'MessageData':'%s'}]}";

  @TempDir Path temporary;
  private RunState run;

  @BeforeEach
  void run() {
    Home home = new Home(temporary);
    run = new RunState(home.runs().create("r1", Json.object().put("run", "r1")));
    Map.of("User1", "u-1", "User2", "u-2", "Persona1", "p-1", "Room1", "room-1", "Data1", "d-0")
        .forEach(run::bind);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "User1 MM-Embeds Persona1 At MM-Square | ARC_1_2",
        "User1 MM-Adds Persona1 At MVS | TEC_2_2",
        "User1 MM-Moves Persona1 To Room1 | TEC_2_2",
        "User1 Discovers Parcel By ParcelService Into Parcel1 | ARC_1_2",
        "User1 Discovers Parcel Into Parcel1 | TEC_2_2",
        "User1 Changes Rights(May MM-Embed At Room1) Of User2 | ARC_1_2",
        "User1 Rights-Changes User2 With Rights(May MM-Move To Room1) | TEC_2_2",
        "User1 Identifies Data1 Into Stream1 | TEC_2_2"
      })
  void inTheEditionOfItsWords(String sentence, Edition edition) {
    assertThat(Wire.edition(phrase(sentence))).isEqualTo(edition);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "MM-Embeds Persona1 At Parcel7 By ParcelService"
            + " | {'Nil':'p-1','At':'Parcel7','By':'ParcelService'}",
        "MM-Embeds Persona1 At MM-Square With SA(1, 0, 2, 90) | {'Nil':'p-1','At':'MM-Square',"
            + "'With':[{'Header':'OSD-OSA-V1.5','x':1,'y':0,'z':2,'yaw':90}]}",
        "MM-Moves Persona1 From MVS To Room1 | {'Nil':'p-1','From':'MVS','To':'room-1'}",
        "UM-Captures Data1 At ULocation1 | {'Nil':'Data1-k','At':'ULocation1'}",
        "Identifies Data1 | {'Nil':'d-0'}",
        "MM-Animates Persona1 With Stream7 | {'Nil':'p-1','With':['Stream7']}",
        "MU-Actuates Room1 At ULocation1 | {'Nil':'room-1','At':'ULocation1'}",
        "Discovers Parcel By ParcelService | {'By':'ParcelService',"
            + "'With':[{'Header':'MMM-DSO-V2.2','DiscoveryObjectData':[{'Data':'Parcel'}]}]}",
        "Transacts Room1 From Seller With Value(12.50 EUR) | {'With':[{'Header':'MMM-TRA-V2.2',"
            + "'TransactionID':'Transaction-k','AssetID':'room-1','SenderID':'u-1',"
            + "'ReceiverID':'Seller',"
            + "'Value':{'Header':'MMM-VAL-V2.2','Amount':12.50,'Currency':'EUR'}}]}",
        "Property-Changes Room1 With Perceptibility(true) | {'Nil':'room-1','With':["
            + "{'Header':'MMM-PCP-V2.2','PropertyChangePARQ':"
            + "{'RQ2':{'Complement':'With','PerceptibilityStatus':true}}}]}"
      })
  void withItsComplements(String sentence, String complements) {
    assertThat(complements("User1 " + sentence)).isEqualTo(json(complements));
  }

  @Test
  void asAMessageWhenItsObjectIsAText() {
    assertThat(complements("User1 MM-Sends \"Come to {Room1}\" To User1, User2"))
        .isEqualTo(
            json(
                "{'Nil':'Message-k','To':['u-1','u-2'],'With':["
                    + HI.formatted("Come to room-1")
                    + "]}"));
  }

  @Test
  void withRightsAsPatternsInBothEditions() {
    JsonNode arc =
        complements("User1 Changes Rights(May Not Granted MM-Embed Persona1 At Room1) Of User2");
    JsonNode tec = complements("User1 Rights-Changes User2 With Rights(May MM-Move To Room1)");

    assertThat(arc.path("Of").asText()).isEqualTo("u-2");
    JsonNode right = arc.at("/With/0/RightsData/0");
    assertThat(right.path("DeonticVerb").asText()).isEqualTo("May Not");
    assertThat(right.path("Level").asText()).isEqualTo("Granted");
    assertThat(right.at("/PAIDOrPA/0/ProcessAction/Action").asText()).isEqualTo("MM-Embed");
    assertThat(right.at("/PAIDOrPA/0/ProcessAction/RQ-Complements"))
        .isEqualTo(json("[{'Nil':'p-1'},{'At':'room-1'}]"));
    assertThat(tec.path("Nil").asText()).isEqualTo("u-2");
    assertThat(tec.at("/With/0/RightsData/0/PAIDOrPA/0/ProcessAction/RQ-Complements"))
        .isEqualTo(json("[{'To':'room-1'}]"));
  }

  @Test
  void withTheHumansProfile() {
    JsonNode sent = complements("human1 Registers PersonalProfile{\"FirstName\": \"Anna\"}");

    assertThat(sent.at("/With/0"))
        .isEqualTo(json("{'Header':'MMM-PPR-V2.2','FirstName':'Anna','humanID':'human1-r1'}"));
  }

  @Test
  void notWithAnItemOfAKindThatNobodyKnows() {
    assertThatThrownBy(() -> complements("User1 Authors Rocket{} By AuthorService"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no Item is called Rocket");
  }

  @Test
  void notWithANameThatAFailedSentenceWasToBind() {
    run.promise("Stream9");

    assertThatThrownBy(() -> complements("User1 MM-Animates Persona1 With Stream9"))
        .hasMessageContaining("Stream9 stands for nothing");
  }

  private JsonNode complements(String text) {
    Names names = new Names(run, Frame.OUTSIDE);
    Sentence sentence = sentence(text);
    Operands operands = new Operands(names, new Draw(1, new Step("1", 1)), "k");
    String source = names.id(sentence.subject());
    // Through text, so that numbers compare as they travel.
    return Json.read(Json.write(Wire.complements(source, sentence.action(), operands)));
  }

  private static JsonNode json(String text) {
    return Json.read(text.replace('\'', '"'));
  }

  private static Phrase phrase(String text) {
    return sentence(text).action();
  }

  private static Sentence sentence(String text) {
    return (Sentence) ScriptParser.parse(text).lines().get(0).statement().orElseThrow();
  }
}
