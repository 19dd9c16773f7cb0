package org.mmm.items;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The limits of an Item")
class LimitsTest {

  @Test
  void boundATextAlsoInAFieldThatIsUnknown() {
    assertAccepted("{\"Note\": \"%s\"}".formatted("x".repeat(4096)));
    assertRefused(
        "{\"Note\": \"%s\"}".formatted("x".repeat(4097)),
        "Room.Note: must be a text of at most 4096 characters, was 4097 long");
  }

  @Test
  void boundTheDescription() {
    assertAccepted("{\"DescrMetadata\": \"%s\"}".formatted("x".repeat(2048)));
    assertRefused(
        "{\"DescrMetadata\": \"%s\"}".formatted("x".repeat(2049)),
        "Room.DescrMetadata: must be a text of at most 2048 characters, was 2049 long");
  }

  @Test
  void boundAnArray() {
    assertAccepted("{\"List\": [%s]}".formatted(ones(1000)));
    assertRefused(
        "{\"List\": [%s]}".formatted(ones(1001)),
        "Room.List: must be at most 1000 entries, was 1001 entries");
  }

  @Test
  void boundTheDepth() {
    assertAccepted("{\"Deep\": " + "[".repeat(15) + "]".repeat(15) + "}");
    assertRefused(
        "{\"Deep\": " + "[".repeat(16) + "]".repeat(16) + "}",
        "Room.Deep[0][0][0][0][0][0][0][0][0][0][0][0][0][0][0]:"
            + " must be nested at most 16 levels deep, was deeper");
  }

  @Test
  void stopTheParserBeforeItBuildsADeepTree() {
    assertThatThrownBy(() -> ItemJson.read(Room.class, "{\"Deep\": " + "[".repeat(60_000)))
        .isInstanceOf(ItemException.class)
        .hasMessageStartingWith(
            "Room: must be JSON within its limits, was unreadable: Document nesting");
  }

  @Test
  void boundTheWholeItem() {
    String field = "\"F%d\": \"" + "x".repeat(4000) + "\"";
    StringBuilder json = new StringBuilder("{");
    for (int i = 0; i < 17; i++) {
      json.append(i == 0 ? "" : ",").append(field.formatted(i));
    }

    assertRefused(
        json + "}", "Room: must be at most 65536 bytes of JSON, was " + (json.length() + 1));
  }

  @Test
  void boundTheWholeItemAlsoWhenItIsParsedAlready() throws Exception {
    String long4000 = "\"" + "x".repeat(4000) + "\"";
    var json =
        ItemJson.newMapper()
            .readTree("{\"L\": [" + String.join(",", Collections.nCopies(17, long4000)) + "]}");

    assertThatThrownBy(() -> ItemJson.read(Room.class, json))
        .hasMessageStartingWith("Room: must be at most 65536 bytes of JSON, was 68");
  }

  @Test
  void holdForWritingToo() {
    var parts = Collections.nCopies(17, Payload.text("x".repeat(4000)));
    var stream = new Stream(null, parts, null, Envelope.of("Stream1"));

    assertThatThrownBy(() -> ItemJson.write(stream))
        .hasMessageStartingWith("Stream: must be at most 65536 bytes of JSON");
  }

  private static void assertAccepted(String json) {
    Room room = ItemJson.read(Room.class, json);
    assertThat(ItemJson.read(Room.class, ItemJson.write(room))).isEqualTo(room);
  }

  private static void assertRefused(String json, String message) {
    assertThatThrownBy(() -> ItemJson.read(Room.class, json))
        .isInstanceOf(ItemException.class)
        .hasMessageStartingWith(message);
  }

  private static String ones(int count) {
    return String.join(",", Collections.nCopies(count, "1"));
  }
}
