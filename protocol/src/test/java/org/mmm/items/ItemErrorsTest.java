package org.mmm.items;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A wrong value in an Item")
class ItemErrorsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      textBlock =
          """
          PersonalProfile | {"Age": "x"} | PersonalProfile.Age: must be a number from 0 to 150, was "x"
          PersonalProfile | {"Age": 151} | PersonalProfile.Age: must be a number from 0 to 150, was 151
          PersonalProfile | {"FirstName": 7} | PersonalProfile.FirstName: must be a text of 0 to 128 characters, was 7
          PersonalProfile | {"PersonalProfile": {"Data": [{"Age": -1}]}} | PersonalProfile.PersonalProfile.Data[0].Age: must be a number from 0 to 150, was -1
          PersonalProfile | {"humanID": "a", "HumanID": "b"} | PersonalProfile.humanID: must be given once, was given as humanID and as HumanID
          Room | [] | Room: must be an object, was []
          Room | {"Side": "8"} | Room.Side: must be a number from 1 to 1000, was "8"
          Room | {"Side": 0.5} | Room.Side: must be a number from 1 to 1000, was 0.5
          Room | {"Capacity": 2.5} | Room.Capacity: must be a whole number from 1 to 10000, was 2.5
          Room | {"Capacity": 10001} | Room.Capacity: must be a whole number from 1 to 10000, was 10001
          Room | {"Name": ""} | Room.Name: must be a text of 1 to 128 characters, was ""
          Room | {"Perceptible": "yes"} | Room.Perceptible: must be true or false, was "yes"
          Room | {"Header": "MMM-PCL-V2.2"} | Room.Header: must be the Header of Room (MMM-ROM-V2.2), was MMM-PCL-V2.2 (Parcel)
          Room | {"Header": "MMM-XXX-V2.2"} | Room.Header: must be the Header of Room (MMM-ROM-V2.2), was MMM-XXX-V2.2
          Room | {"Header": "room"} | Room.Header: must be a Header such as MMM-ROM-V2.2, was "room"
          SpatialAttitude | {"x": 10000000} | SpatialAttitude.x: must be a number from -1000000 to 1000000, was 10000000
          SpatialAttitude | {"Position": {"CartPosition": [1, 2]}} | SpatialAttitude.Position.CartPosition: must be three numbers, was [1,2]
          SpatialAttitude | {"Position": {"CartPosition": [1, 2, "up"]}} | SpatialAttitude.Position.CartPosition[2]: must be a number from -1000000 to 1000000, was "up"
          SpatialAttitude | {"yaw": 361} | SpatialAttitude.yaw: must be a number from -360 to 360, was 361
          Rights | {"RightsData": [{"DeonticVerb": "Can"}]} | Rights.RightsData[0].DeonticVerb: must be one of May, May Not, Must, was "Can"
          Rights | {"RightsData": [{"DeonticVerb": "May"}]} | Rights.RightsData[0].Level: must be one of Original, Internal, Acquired, Granted, was missing
          Rights | {"RightsData": [{"DeonticVerb": "May", "Level": "Granted"}]} | Rights.RightsData[0].PAIDOrPA: must be one or more Process Actions, each once, was none
          Rights | {"RightsData": [{"DeonticVerb": "May", "Level": "Granted", "PAIDOrPA": ["P", "P"]}]} | Rights.RightsData[0].PAIDOrPA: must be one or more Process Actions, each once, was one given twice
          Rights | {"RightsData": [{"DeonticVerb": "May", "Level": "Granted", "PAIDOrPA": [{}]}]} | Rights.RightsData[0].PAIDOrPA[0]: must be an object with either ProcessAction or ProcessActionID, was {}
          ProcessAction | {"RQ-Complements": []} | ProcessAction.Action: must be a text of 1 to 64 characters, was missing
          ProcessAction | {"action": "MM-Add", "complements": {"At": 1}} | ProcessAction.complements.At: must be a text of 1 to 128 characters, was 1
          ProcessAction | {"action": "MM-Add", "PAStatus": [{}]} | ProcessAction.PAStatus[0]: must be exactly one of Ack, Request, Error, was {}
          ProcessAction | {"action": "MM-Add", "Time": "noon"} | ProcessAction.Time: must be a time such as 2026-01-31T12:00:00Z, was "noon"
          Message | {"MessageData": [{"MessageData": "a", "MessageID": "b"}]} | Message.MessageData[0]: must be an object with exactly one of MessageData, MessageID, DataURI, was {"MessageData":"a","MessageID":"b"}
          Stream | {"Data": [{"DataURI": "a b"}]} | Stream.Data[0].DataURI: must be a URI, was "a b"
          Value | {"Amount": -1, "Currency": "EUR"} | Value.Amount: must be a number from 0 to 1000000000000 with at most 8 decimals, was -1
          Value | {"Amount": 0.000000001, "Currency": "EUR"} | Value.Amount: must be a number from 0 to 1000000000000 with at most 8 decimals, was 1E-9
          Transaction | {"AssetID": [{"ItemID": "a", "ProcessID": "b"}]} | Transaction.AssetID[0]: must be an object with either ItemID or ProcessID alone, was {"ItemID":"a","ProcessID":"b"}
          Transaction | {"Value": {"Amount": 1, "Currency": "EUR"}} | Transaction.SenderID: must be a text of 1 to 128 characters, was missing
          Transaction | {"Status": "Done"} | Transaction.Status: must be one of Model, Final, Pending, Rejected, Failed, Cancelled, was "Done"
          Process | {"ProcessID": "p"} | Process.ProcessType: must be one of App, Device, Service, User, was missing
          IPPMessage | {"ProcessID": [{}]} | IPPMessage.ProcessID[0]: must be one SourceProcessID or one DestinationProcessID, was not so
          Item | {"WalletID": "w"} | Item.Header: must be a text of 1 to 128 characters, was missing
          Room | {"Name" | Room: must be JSON within its limits, was unreadable at line 1, column 8: Unexpected end-of-input within/between Object entries
          Room | {"Name": "\\ud800"} | Room.Name: must be a text in Unicode, was half a surrogate pair
          Room | {"Note": ["\\ud800"]} | Room.Note[0]: must be a text in Unicode, was half a surrogate pair
          Room | {"Capacity": 1e999999999} | Room.Capacity: must be a whole number from 1 to 10000, was 1E+999999999
          Room | {} {} | Room: must be JSON within its limits, was unreadable at line 1, column 4: Trailing token (of type
          """)
  void isNamedWithItsPathItsRuleAndItself(String type, String json, String message) {
    ItemType known = ItemType.byName(type).orElseThrow();

    assertThatThrownBy(() -> ItemJson.read(known.javaType(), json))
        .isInstanceOf(ItemException.class)
        .hasMessageStartingWith(message.replace("...", ""))
        .message()
        .hasLineCount(1);
  }

  @Test
  void isRefusedInJavaAsInJson() {
    assertThatThrownBy(() -> Room.of("Loft", Double.NaN, 8))
        .hasMessage("Room.Side: must be a number from 1 to 1000, was NaN");
    assertThatThrownBy(() -> SpatialAttitude.of(Double.POSITIVE_INFINITY, 0, 0, 0, 0, 0))
        .hasMessage("Position.x: must be a number from -1000000 to 1000000, was Infinity");
    assertThatThrownBy(() -> Message.of("x".repeat(Limits.TEXT + 1)))
        .hasMessageStartingWith("Payload.Data: must be a text of 0 to 4096 characters, was \"xxx");
    assertThatThrownBy(() -> new Ref<Room>(null, null, UnknownFields.NONE))
        .hasMessage("Ref: must be either an Item or an ID, was neither");
    assertThatThrownBy(() -> ActionRef.to("", Status.FINAL))
        .hasMessage("PAIDOrPA.ProcessActionID: must be a text of 1 to 128 characters, was \"\"");
    assertThatThrownBy(() -> Value.of("1e13", "EUR")).isInstanceOf(ItemException.class);
  }

  @Test
  void cannotBreakTheLineOfTheMessage() {
    assertThatThrownBy(() -> ItemJson.read(Room.class, "{\"Header\": \"a\\nb\\u001b\"}"))
        .message()
        .hasLineCount(1)
        .doesNotContain("\u001b");
  }
}
