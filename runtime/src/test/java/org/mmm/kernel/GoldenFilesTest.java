package org.mmm.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mmm.intent.IntentEvent;
import org.mmm.item.ItemEvent;
import org.mmm.item.ItemState;
import org.mmm.journal.Cbor;
import org.mmm.process.ProcessEvent;
import org.mmm.process.ProcessState;

/**
 * What is stored once is read for ever: each file is one record as it is written, as JSON. A file
 * is never changed; a record that gets a field gets a second file beside the first.
 */
@DisplayName("What is stored")
class GoldenFilesTest {
  private static final JsonMapper JSON = new JsonMapper();

  static Stream<Arguments> stored() {
    return Stream.of(
            of(ItemEvent.class, Samples.itemEvents()),
            of(IntentEvent.class, Samples.intentEvents()),
            of(ProcessEvent.class, Samples.processEvents()),
            of(ItemState.class, List.of(Samples.itemState())),
            of(ProcessState.class, List.of(Samples.processState())))
        .flatMap(s -> s);
  }

  @ParameterizedTest
  @MethodSource("stored")
  <T> void isWrittenAsItsFileSays(Class<T> root, T sample) throws IOException {
    JsonNode written = JSON.readTree(Cbor.tree(root, sample).toString());

    assertThat(written).isEqualTo(file(sample));
  }

  @ParameterizedTest
  @MethodSource("stored")
  <T> void isReadFromItsFile(Class<T> root, T sample) throws IOException {
    assertThat(Cbor.read(root, file(sample))).isEqualTo(sample);
  }

  @Test
  void isReadAsItWasBeforeItemsSaidHowTheyAppear() throws IOException {
    try (InputStream in = GoldenFilesTest.class.getResourceAsStream("ItemState-1.json")) {
      ItemState state = Cbor.read(ItemState.class, JSON.readTree(in));
      assertThat(state.unshown()).isFalse();
      assertThat(state.looks()).isEqualTo(new Appearance(0, true, "Stream1", 0));
    }
  }

  @Test
  void tellsOfAnotherModelInAFieldOfItsOwn() throws IOException {
    var remodelled = new ItemEvent.PropertyChanged(true, Samples.AT, Samples.PERSONA);
    try (InputStream in =
        GoldenFilesTest.class.getResourceAsStream("ItemEvent.PropertyChanged-2.json")) {
      JsonNode file = JSON.readTree(in);
      assertThat(JSON.readTree(Cbor.tree(ItemEvent.class, remodelled).toString())).isEqualTo(file);
      assertThat(Cbor.read(ItemEvent.class, file)).isEqualTo(remodelled);
    }
  }

  static Stream<Arguments> sealed() {
    return Stream.of(
        Arguments.of(ItemEvent.class, Samples.itemEvents()),
        Arguments.of(IntentEvent.class, Samples.intentEvents()),
        Arguments.of(ProcessEvent.class, Samples.processEvents()),
        Arguments.of(Message.class, Samples.messages()),
        Arguments.of(Response.class, Samples.responses()));
  }

  @ParameterizedTest
  @MethodSource("sealed")
  void hasASampleOfEveryVariant(Class<?> root, List<?> samples) {
    assertThat(samples.stream().map(Object::getClass).map(Class::getSimpleName))
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(root.getPermittedSubclasses())
                .filter(Class::isRecord)
                .map(Class::getSimpleName)
                .toList());
  }

  static Stream<Arguments> sent() {
    return Stream.concat(
        of(Message.class, Samples.messages()), of(Response.class, Samples.responses()));
  }

  @ParameterizedTest
  @MethodSource("sent")
  <T> void isSentAndReadUnchanged(Class<T> root, T sample) {
    assertThat(Cbor.roundTrip(root, sample)).isEqualTo(sample);
  }

  /** The name of its file. */
  static String nameOf(Object sample) {
    Class<?> type = sample.getClass();
    Class<?> around = type.getEnclosingClass();
    return (around == null ? "" : around.getSimpleName() + ".") + type.getSimpleName() + ".json";
  }

  private static JsonNode file(Object sample) throws IOException {
    String name = nameOf(sample);
    try (InputStream in = GoldenFilesTest.class.getResourceAsStream(name)) {
      if (in == null) throw new AssertionError(name + " is missing");
      return JSON.readTree(in);
    }
  }

  private static <T> Stream<Arguments> of(Class<T> root, List<? extends T> samples) {
    return samples.stream().map(s -> Arguments.of(root, s));
  }
}
