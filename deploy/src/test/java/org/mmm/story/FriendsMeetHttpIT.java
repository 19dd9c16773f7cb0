package org.mmm.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mmm.story.HttpStory.Told;

@DisplayName(
    "Friends meet in the metaverse (MMM-TEC V2.2, Verification Use Case 2), over plain HTTP")
class FriendsMeetHttpIT {
  @TempDir Path directory;

  @Test
  void theNineteenStepsAndWhatIsRefusedOnTheWay() throws Exception {
    try (NodeProcess node =
        NodeProcess.start(directory.resolve("data"), "--world", "friends-meet")) {
      theyMeet(new HttpStory(node.url()));
    }
  }

  @Test
  @DisplayName("asked of two nodes of a cluster in turn, whichever it is")
  void atTwoNodesInTurn() throws Exception {
    try (LocalCluster cluster = LocalCluster.start(directory, 2, "--world", "friends-meet")) {
      theyMeet(new HttpStory(cluster.urls()));
    }
  }

  private static void theyMeet(HttpStory story) throws Exception {
    // Before: Friend2 is registered and stands at MLocFriend2.
    story.registers("human2", profile("Friend2", "Persona2ID")).is(201, "Ack");
    story
        .does(
            "Friend2",
            "v2.2/locate/mm-add",
            "{\"Nil\": \"Persona2ID\", \"At\": \"MLocFriend2\", \"With\": [" + sa(0, 0, 0) + "]}")
        .is(200, "Ack");

    // 1. Register
    Told account = story.registers("human1", profile("Friend1", "Persona1ID")).is(201, "Ack");
    assertThat(account.body().toString()).contains("Friend1", "Persona1ID");
    assertThat(story.token("Friend1")).isNotBlank();
    story.registers("human1", profile("Friend1b", "Persona1b")).is(409, "Clash");

    // 2. buys the Parcel; its replay is the same answer, bought once
    String buysParcel =
        "{\"With\": ["
            + transaction("TR1", "Parcel1", "Friend1", "Seller")
            + ", "
            + template("T-add-parcel", "MM-Add", "At", "Parcel1")
            + ", "
            + template("T-move-parcel", "MM-Move", "To", "Parcel1")
            + ", "
            + rights("R-parcel", "May", "Acquired", "T-add-parcel", "T-move-parcel")
            + "]}";
    Told bought =
        story.does("Friend1", "v2.2/economy/transact", buysParcel, "buy-parcel").is(200, "Ack");
    Told again =
        story.does("Friend1", "v2.2/economy/transact", buysParcel, "buy-parcel").is(200, "Ack");
    assertThat(again.body()).isEqualTo(bought.body());
    JsonNode parcel = story.reads("Friend1", "items/Parcel1").body();
    assertThat(parcel.path("owner").asText()).isEqualTo("Friend1");
    assertThat(parcel.path("epoch").asInt()).isEqualTo(1);
    assertThat(parcel.path("provenance")).hasSize(1);
    assertThat(story.reads("Friend1", "processes/Friend1/rights").body().toString())
        .contains("Parcel1", "Acquired");

    // 3. buys the Room; what is not on offer cannot be bought
    story
        .does(
            "Friend1",
            "v2.2/economy/transact",
            "{\"With\": [" + transaction("TR2", "Room1", "Friend1", "Seller") + "]}")
        .is(200, "Ack");
    story
        .does(
            "Friend2",
            "v2.2/economy/transact",
            "{\"With\": [" + transaction("TR3", "Room1", "Friend2", "Friend1") + "]}")
        .is(403, "InsRights");
    story
        .does(
            "Friend2",
            "v2.2/economy/transact",
            "{\"With\": [" + transaction("TR4", "Room1", "Friend2", "Seller") + "]}")
        .is(409, "Clash");

    // 4. enters the metaverse
    story
        .does(
            "Friend1",
            "v2.2/locate/mm-add",
            "{\"Nil\": \"Persona1ID\", \"At\": \"MVS\", \"With\": ["
                + sa(0, 0, 0)
                + ", "
                + template("T-mvs", "MM-Add", "At", "MVS")
                + ", "
                + rights("R-mvs", "May", "Internal", "T-mvs")
                + "]}")
        .is(200, "Ack");

    // 5. to 7. captures, identifies, animates
    story
        .does("Friend1", "v2.2/import/um-capture", "{\"Nil\": \"DataID\", \"At\": \"ULocFriend1\"}")
        .is(201, "Ack");
    Told stream =
        story.does("Friend1", "v2.2/identity/identify", "{\"Nil\": \"DataID\"}").is(201, "Ack");
    String streamId = stream.body().path("complements").path("Nil").asText();
    story
        .does(
            "Friend1",
            "v2.2/locate/mm-animate",
            "{\"Nil\": \"Persona1ID\", \"With\": [\"" + streamId + "\"]}")
        .is(200, "Ack");

    // 8. signals presence
    story
        .does(
            "Friend1",
            "v2.2/communicate/mm-send",
            "{\"Nil\": \"MessagePRID\", \"To\": \"PRSrvc\", \"With\": ["
                + message("present")
                + "]}")
        .is(200, "Ack");

    // 9. moves to the Parcel; a wrong From is a Clash, an unknown Item is not found
    story
        .does(
            "Friend1",
            "v2.2/locate/mm-move",
            "{\"Nil\": \"Persona1ID\", \"From\": \"MVS\", \"To\": \"Parcel1\", \"With\": ["
                + sa(-3, 0, 3)
                + "]}")
        .is(200, "Ack");
    story
        .does(
            "Friend1",
            "v2.2/locate/mm-move",
            "{\"Nil\": \"Persona1ID\", \"From\": \"MVS\", \"To\": \"Parcel1\"}")
        .is(409, "Clash");
    story
        .does("Friend1", "v2.2/locate/mm-move", "{\"Nil\": \"Nobody\", \"To\": \"Parcel1\"}")
        .is(404, "IncID");

    // 10. to 13. places the Room, shows it, enters it, sees it
    story
        .does(
            "Friend1",
            "v2.2/locate/mm-add",
            "{\"Nil\": \"Room1\", \"At\": \"Parcel1\", \"With\": [" + sa(0, 0, 0) + "]}")
        .is(200, "Ack");
    assertThat(story.reads("Friend1", "items/Room1").body().path("perceptible").asBoolean())
        .isFalse();
    story.does("Friend1", "v2.2/locate/property-change", "{\"Nil\": \"Room1\"}").is(200, "Ack");
    assertThat(story.reads("Friend1", "items/Room1").body().path("perceptible").asBoolean())
        .isTrue();
    story
        .does(
            "Friend1",
            "v2.2/locate/mm-move",
            "{\"Nil\": \"Persona1ID\", \"From\": \"Parcel1\", \"To\": \"Room1\", \"With\": ["
                + sa(0, 0, 1)
                + "]}")
        .is(200, "Ack");
    story
        .does(
            "Friend1",
            "v2.2/export/mu-actuate",
            "{\"Nil\": \"Room1\", \"At\": \"ULocFriend1\", \"With\": [\"R-Object\"]}")
        .is(201, "Ack");

    // 14. and 15. invites; the Message is for its receiver alone
    story
        .does(
            "Friend1",
            "v2.2/communicate/mm-send",
            "{\"Nil\": \"Message12ID\", \"To\": \"Friend2\", \"With\": ["
                + message("come to my room")
                + "]}")
        .is(200, "Ack");
    assertThat(story.reads("Friend2", "items/Message12ID").body().toString())
        .contains("come to my room");
    story
        .does(
            "Friend2",
            "v2.2/communicate/mm-send",
            "{\"Nil\": \"Message21ID\", \"To\": \"Friend1\", \"With\": ["
                + message("coming")
                + "]}")
        .is(200, "Ack");
    story.registers("human3", profile("Stranger", "Persona3ID")).is(201, "Ack");
    assertThat(story.reads("Stranger", "items/Message12ID").status()).isEqualTo(403);

    // too early
    String enters =
        "{\"Nil\": \"Persona2ID\", \"From\": \"MLocFriend2\", \"To\": \"Room1\", \"With\": ["
            + sa(1, 0, 0)
            + ", "
            + template("T-wish", "MM-Move", "To", "Room1")
            + ", "
            + rights("R-wish", "May", "Granted", "T-wish")
            + "]}";
    story.does("Friend2", "v2.2/locate/mm-move", enters).is(403, "InsRights");

    // 16. grants: the template is copied, a later one of its ID changes nothing
    story
        .does(
            "Friend1",
            "v2.2/rights/rights-change",
            "{\"Nil\": \"Friend2\", \"With\": ["
                + template("T-enter", "MM-Move", "To", "MLocNowhere")
                + ", "
                + rights("R0", "May", "Granted", "T-enter")
                + "]}")
        .is(404, "IncID");
    story
        .does(
            "Friend1",
            "v2.2/rights/rights-change",
            "{\"Nil\": \"Friend2\", \"With\": ["
                + template("T-room", "MM-Move", "To", "Room1")
                + ", "
                + rights("R1", "May", "Granted", "T-room")
                + "]}")
        .is(200, "Ack");

    // 17. and 18. comes and goes
    story.does("Friend2", "v2.2/locate/mm-move", enters).is(200, "Ack");
    story
        .does(
            "Friend2",
            "v2.2/locate/mm-move",
            "{\"Nil\": \"Persona2ID\", \"From\": \"Room1\", \"To\": \"MLocFriend2\", \"With\": ["
                + sa(0, 0, 0)
                + "]}")
        .is(200, "Ack");

    // 19. revokes: refused by either edition's verb
    story
        .does(
            "Friend1",
            "v2.2/rights/rights-change",
            "{\"Nil\": \"Friend2\", \"With\": ["
                + rights("R2", "May Not", "Granted", "T-room")
                + "]}")
        .is(200, "Ack");
    story.does("Friend2", "v2.2/locate/mm-move", enters).is(403, "InsRights");
    story
        .does(
            "Friend2",
            "v1.2/locate/mm-embed",
            "{\"Nil\": \"Persona2ID\", \"At\": \"Room1\", \"With\": [" + sa(1, 0, 0) + "]}")
        .is(403, "InsRights");

    // a template changed after the grant changes nothing
    story
        .does(
            "Friend1",
            "v2.2/rights/rights-change",
            "{\"Nil\": \"Friend2\", \"With\": ["
                + template("T-parcel", "MM-Move", "To", "Parcel1")
                + ", "
                + rights("R3", "May", "Granted", "T-parcel")
                + "]}")
        .is(200, "Ack");
    story
        .does(
            "Friend1",
            "v2.2/locate/mm-move",
            "{\"Nil\": \"Persona1ID\", \"To\": \"Room1\", \"With\": ["
                + template("T-parcel", "MM-Move", "To", "Room1")
                + "]}")
        .is(200, "Ack");
    story.does("Friend2", "v2.2/locate/mm-move", enters).is(403, "InsRights");

    // bad callers
    story
        .does(
            "Friend1",
            story.token("Friend2"),
            "v2.2/locate/property-change",
            "{\"Nil\": \"Room1\"}",
            story.newKey())
        .is(403, "InsRights");
    assertThat(
            story
                .does(
                    "Friend1",
                    "no.such.token",
                    "v2.2/locate/property-change",
                    "{\"Nil\": \"Room1\"}",
                    story.newKey())
                .status())
        .isEqualTo(401);
    story
        .does(
            "Friend1",
            "v2.2/locate/mm-move",
            "{\"Nil\": \"Persona1ID\", \"To\": \"Room1\", \"With\": ["
                + "{\"Header\": \"OSD-OSA-V1.5\", \"Position\": \"here\"}]}")
        .is(422, "FaultyPA");

    // the log tells it all, in order, refusals too
    JsonNode log =
        story.reads("Friend2", "processes/Friend2/activity?limit=1000").body().path("entries");
    assertThat(log.findValuesAsText("reason")).contains("InsRights");
    assertThat(log.findValuesAsText("source")).contains("Friend1", "Friend2");
    assertThat(story.reads("Stranger", "processes/Friend2/activity").status()).isEqualTo(403);
    assertThat(story.reads("Friend2", "items/Persona2ID").body().path("place").path("at").asText())
        .isEqualTo("MLocFriend2");
  }

  private static String profile(String user, String persona) {
    return """
    {"Header": "MMM-PPR-V2.2", "PersonalProfile": {"Data": [{"FirstName": "Anna"}],
     "Processes": [{"ProcessIDOrProcess": [{"ProcessID": "%s"}],
                    "PersonaIDOrPersona": [{"PersonaID": "%s"}]}]}}\
    """
        .formatted(user, persona);
  }

  private static String sa(double x, double y, double z) {
    return """
    {"Header": "OSD-OSA-V1.5", "ObjectSpatialAttitudeID": "SA",
     "Position": {"Header": "OSD-OPS-V1.5", "PositionID": "P", "CartPosition": [%s, %s, %s]},
     "Orientation": {"Header": "OSD-OOR-V1.5", "OrientationID": "O", "Orientation": [0, 0, 0]}}\
    """
        .formatted(x, y, z);
  }

  private static String template(String id, String verb, String preposition, String place) {
    return """
    {"Header": "MMM-PAC-V2.2", "MInstanceID": "MI1", "ProcessActionID": "%s", "Action": "%s",
     "RQ-Complements": [{"%sItem": "%s"}], "PAStatus": []}\
    """
        .formatted(id, verb, preposition, place);
  }

  private static String rights(String id, String verb, String level, String... templates) {
    StringBuilder refs = new StringBuilder();
    for (String template : templates) {
      refs.append(refs.isEmpty() ? "" : ", ")
          .append("{\"ProcessActionID\": \"")
          .append(template)
          .append("\", \"Status\": \"Model\"}");
    }
    return """
    {"Header": "MMM-RGT-V2.2", "RightsID": "%s",
     "RightsData": [{"DeonticVerb": "%s", "Level": "%s", "PAIDOrPA": [%s]}]}\
    """
        .formatted(id, verb, level, refs);
  }

  private static String transaction(String id, String asset, String buyer, String owner) {
    return """
    {"Header": "MMM-TRA-V2.2", "MInstanceID": "MI1", "MEnvironmentID": "ME1",
     "TransactionID": "%s", "AssetID": [{"ItemID": "%s"}],
     "SenderData": {"SenderID": "%s", "SenderWalletID": "W1"},
     "ReceiverData": {"ReceiverID": "%s", "ReceiverWalletID": "W2"}}\
    """
        .formatted(id, asset, buyer, owner);
  }

  private static String message(String text) {
    return "{\"Header\": \"MMM-MSG-V2.2\", \"MessageData\": [{\"MessageData\": \"" + text + "\"}]}";
  }
}
