package org.mmm.journal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.SecureRandom;

/** Records as the journal writes them, by the mapper that writes them. */
public final class Cbor {
  private static final ObjectMapper CBOR =
      CborMapper.create(
          new SerializationSettings(1 << 20, 1 << 23, 64),
          new PersonalModule(JournalSetup.inMemory(new SecureRandom())),
          new PersonalJson());

  private Cbor() {}

  public static <T> byte[] write(Class<T> root, T value) {
    try {
      return CBOR.writerFor(root).writeValueAsBytes(value);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static <T> T read(Class<T> root, byte[] bytes) {
    try {
      return CBOR.readValue(bytes, root);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static <T> T roundTrip(Class<T> root, T value) {
    return read(root, write(root, value));
  }

  /** What is written, as a tree. */
  public static <T> JsonNode tree(Class<T> root, T value) {
    try {
      return CBOR.readTree(write(root, value));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What a tree that was written once is read as now. */
  public static <T> T read(Class<T> root, JsonNode tree) {
    try {
      return read(root, CBOR.writeValueAsBytes(tree));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
