package org.mmm.items;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A field that is not known")
class UnknownFieldsTest {

  @Test
  void isKeptAndWrittenBackAtEveryLevel() throws Exception {
    String profile =
        """
        {"Header": "MMM-PPR-V2.2", "New": 1.10, "PersonalProfile": {"Data": [{"FirstName": "Anna",
        "Height": {"cm": 170}}], "Hobby": "go", "Processes": [{"ProcessIDOrProcess": [{"ProcessID":
        "User1", "Colour": "red"}], "Note": null, "Seat": [1]}]}}
        """;
    String right =
        """
        {"Header": "MMM-RGT-V2.2", "RightsData": [{"DeonticVerb": "May", "Level": "Granted", "PAIDOrPA":
        [{"ProcessActionID": "PA1", "Until": "noon"}], "Giver": "User1"}]}
        """;

    assertSame(PersonalProfile.class, profile, profile.replace("\"Note\": null,", ""));
    assertSame(Rights.class, right, right);
  }

  @Test
  void mayHoldANumberOfAnySize() {
    String json = "{\"Header\":\"MMM-WAL-V2.2\",\"Sum\":1E+999999999,\"Part\":1.00}";

    assertThat(ItemJson.write(ItemJson.read(Item.class, json))).isEqualTo(json);
  }

  @Test
  void neverReplacesOneThatIsKnown() {
    var one = ItemJson.newMapper().getNodeFactory().numberNode(1);
    var unknown = new UnknownFields(Map.of("Side", one));

    assertThat(Room.of("Loft", 8, 8).with(new Envelope(null, null, null, null, unknown)).json())
        .hasToString(
            "{\"Header\":\"MMM-ROM-V2.2\",\"Name\":\"Loft\",\"Side\":8,\"Capacity\":8,"
                + "\"Perceptible\":true}");
  }

  private static void assertSame(Class<? extends Item> type, String json, String expected)
      throws Exception {
    var mapper = ItemJson.newMapper();

    assertThat(mapper.readTree(ItemJson.write(ItemJson.read(type, json))))
        .isEqualTo(mapper.readTree(expected));
  }
}
