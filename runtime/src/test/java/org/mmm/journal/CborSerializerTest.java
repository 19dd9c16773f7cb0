package org.mmm.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.dataformat.cbor.databind.CBORMapper;
import java.io.NotSerializableException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.actor.testkit.typed.javadsl.TestProbe;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.javadsl.Adapter;
import org.apache.pekko.serialization.Serialization;
import org.apache.pekko.serialization.SerializationExtension;
import org.apache.pekko.serialization.SerializerWithStringManifest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mmm.kernel.CborSerializable;

@DisplayName("Messages and events as CBOR")
class CborSerializerTest {
  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME)
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Rang.class, name = "Rang"),
    @JsonSubTypes.Type(value = Knocked.class, name = "Knocked"),
    @JsonSubTypes.Type(value = Opened.class, name = "Opened")
  })
  sealed interface DoorEvent extends CborSerializable {}

  record Rang(ActorRef<String> bell) implements DoorEvent {}

  record Knocked(int times) implements DoorEvent {}

  record Opened(
      Instant at,
      Duration held,
      Optional<String> by,
      List<Integer> steps,
      Map<String, Double> scent)
      implements DoorEvent {}

  record Unregistered(String text) implements CborSerializable {}

  record NeverBound(String text) {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.CLASS)
  sealed interface ByClass extends CborSerializable permits OfByClass {}

  record OfByClass() implements ByClass {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME)
  sealed interface Forgotten extends CborSerializable permits OfForgotten {}

  record OfForgotten() implements Forgotten {}

  interface Open extends CborSerializable {}

  private static final String DOOR = root("door-event", "DoorEvent");
  private static final ActorTestKit KIT =
      ActorTestKit.create(
          "cbor", EmbeddedNode.config(DOOR + "\nmmm.serialization.max-bytes = 4 KiB"));

  @AfterAll
  static void shutDown() {
    KIT.shutdownTestKit();
  }

  @Test
  void areReadAsTheyWereWritten() throws Exception {
    var opened =
        new Opened(
            Instant.parse("2026-01-02T03:04:05.000000006Z"),
            Duration.ofMillis(1500),
            Optional.of("anna"),
            List.of(1, 2),
            Map.of("rose", 0.5));
    assertThat(back(opened)).isEqualTo(opened);
    var unattended =
        new Opened(Instant.EPOCH, Duration.ZERO, Optional.empty(), List.of(), Map.of());
    assertThat(back(unattended)).isEqualTo(unattended);
  }

  @Test
  void carryReferencesToActors() throws Exception {
    TestProbe<String> bell = KIT.createTestProbe();
    ((Rang) back(new Rang(bell.getRef()))).bell().tell("ding");
    bell.expectMessage("ding");
  }

  @Test
  void nameNoJavaClass() throws Exception {
    var serializer = serializer();
    var event = new Opened(Instant.EPOCH, Duration.ZERO, Optional.empty(), List.of(), Map.of());
    assertThat(serializer.manifest(event)).isEqualTo("door-event");
    assertThat(new String(serializer.toBinary(event), StandardCharsets.ISO_8859_1))
        .contains("Opened")
        .doesNotContain("mmm", "Door");
  }

  @Test
  @DisplayName("of a newer program are read without what is not known here")
  void tolerateAddedFields() throws Exception {
    var newer =
        new CBORMapper()
            .writeValueAsBytes(
                Map.of("@type", "Knocked", "times", 3, "loudness", Map.of("dB", 80)));
    assertThat(serializer().fromBinary(newer, "door-event")).isEqualTo(new Knocked(3));
  }

  @Test
  void ofAnUnregisteredTypeAreRefusedByName() {
    assertThatThrownBy(() -> serializer().toBinary(new Unregistered("x")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll(Unregistered.class.getName(), "mmm.serialization.roots");
    assertThatThrownBy(() -> serializer().fromBinary(new byte[0], "window-event"))
        .isInstanceOf(NotSerializableException.class)
        .hasMessageContaining("window-event");
  }

  @Test
  void ofAnUnknownNameAreRefused() throws Exception {
    var exploit = new CBORMapper().writeValueAsBytes(Map.of("@type", "java.lang.ProcessBuilder"));
    assertThatThrownBy(() -> serializer().fromBinary(exploit, "door-event"))
        .isInstanceOf(NotSerializableException.class);
  }

  @Test
  void areBoundedInSizeAndDepth() throws Exception {
    var large =
        new Opened(
            Instant.EPOCH, Duration.ZERO, Optional.of("x".repeat(4096)), List.of(), Map.of());
    assertThatThrownBy(() -> serializer().toBinary(large))
        .hasMessageContaining("mmm.serialization.max-bytes = 4096");
    assertThatThrownBy(() -> serializer().fromBinary(new byte[4097], "door-event"))
        .hasMessageContaining("mmm.serialization.max-bytes = 4096");

    Object deep = 1;
    for (var i = 0; i < 100; i++) {
      deep = List.of(deep);
    }
    var nested =
        new CBORMapper().writeValueAsBytes(Map.of("@type", "Knocked", "times", 3, "added", deep));
    assertThatThrownBy(() -> serializer().fromBinary(nested, "door-event"))
        .hasMessageContaining("nesting depth");
  }

  static Stream<Arguments> wrongRoots() {
    return Stream.of(
        Arguments.of(root("gone", "Gone"), "which does not exist"),
        Arguments.of(root("by-class", "ByClass"), "must declare @JsonTypeInfo(use = NAME)"),
        Arguments.of(root("forgotten", "Forgotten"), "must name OfForgotten in @JsonSubTypes"),
        Arguments.of(root("open", "Open"), "must be a record, a final class or a sealed interface"),
        Arguments.of(root("never", "NeverBound"), "is never used"),
        Arguments.of(DOOR + "\n" + root("rang", "Rang"), "overlaps with root"));
  }

  @ParameterizedTest
  @MethodSource("wrongRoots")
  void cannotStartWithAWrongRoot(String roots, String rule) {
    assertThatThrownBy(
            () -> ActorTestKit.create("wrong", EmbeddedNode.config(roots)).shutdownTestKit())
        .hasStackTraceContaining("mmm.serialization.roots")
        .hasStackTraceContaining(rule);
  }

  private static String root(String name, String simpleName) {
    return "mmm.serialization.roots."
        + name
        + " = \""
        + CborSerializerTest.class.getName()
        + "$"
        + simpleName
        + "\"";
  }

  private static SerializerWithStringManifest serializer() throws NotSerializableException {
    Serialization serialization = SerializationExtension.get(Adapter.toClassic(KIT.system()));
    return (SerializerWithStringManifest) serialization.serializerFor(Rang.class);
  }

  private static Object back(Object value) throws NotSerializableException {
    var serializer = serializer();
    return serializer.fromBinary(serializer.toBinary(value), serializer.manifest(value));
  }
}
