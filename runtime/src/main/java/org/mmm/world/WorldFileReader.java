package org.mmm.world;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.module.paramnames.ParameterNamesModule;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads world files strictly: what is not understood is an error, with line and column. */
public final class WorldFileReader {
  /** The longest file, and the longest canonical form, in bytes. */
  public static final int BYTES_AT_MOST = 1 << 20;

  // What is applied is kept in one event, together with a little more, which may have 1 MiB.
  private static final int CANONICAL_AT_MOST = 1_000_000;

  private static final ObjectMapper YAML =
      YAMLMapper.builder()
          .addModule(new ParameterNamesModule())
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .addModule(new ParameterNamesModule())
          .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .build();

  private WorldFileReader() {}

  /**
   * Reads a world file.
   *
   * @param source what to call it in messages
   * @param text YAML, at most {@link #BYTES_AT_MOST}
   * @throws WorldFileException if it is not one; the message says where
   */
  public static WorldFile read(String source, String text) throws WorldFileException {
    if (text.isBlank()) throw new WorldFileException(source + ": the world file is empty");
    int bytes = text.getBytes(StandardCharsets.UTF_8).length;
    if (bytes > BYTES_AT_MOST) {
      throw new WorldFileException(
          source + ": a world file has at most " + BYTES_AT_MOST + " bytes, had " + bytes);
    }
    try {
      WorldFile file = YAML.readValue(text, WorldFile.class);
      var unused = Statements.of(file);
      int canonical = canonical(file).length;
      if (canonical > CANONICAL_AT_MOST) {
        throw new WorldFileException(
            source + ": as JSON it has at most " + CANONICAL_AT_MOST + " bytes, had " + canonical);
      }
      return file;
    } catch (JsonProcessingException e) {
      throw new WorldFileException(source + where(e) + ": " + what(e));
    } catch (IllegalArgumentException e) {
      throw new WorldFileException(source + ": " + e.getMessage());
    }
  }

  /**
   * A world that comes with the program: {@code default}, {@code friends-meet} or {@code bench}.
   *
   * @throws IllegalArgumentException if there is none of that name
   */
  public static WorldFile shipped(String name) {
    String file = name + ".world.yaml";
    try (InputStream in = WorldFileReader.class.getResourceAsStream(file)) {
      if (in == null)
        throw new IllegalArgumentException("no world called \"" + name + "\" is shipped");
      return read(file, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (WorldFileException e) {
      throw new IllegalStateException(e);
    }
  }

  /** As JSON; {@link #parse} reads it back. */
  public static JsonNode json(WorldFile file) {
    return JSON.valueToTree(file);
  }

  /**
   * From JSON.
   *
   * @throws IllegalArgumentException if it is not a world
   */
  static WorldFile parse(JsonNode json) {
    try {
      return JSON.treeToValue(json, WorldFile.class);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(what(e), e);
    }
  }

  /** SHA-256 of the canonical form, in hexadecimal digits: what makes two files the same world. */
  public static String hash(WorldFile file) {
    return digest(canonical(file));
  }

  /** SHA-256 of the canonical form of a part of it. */
  static String hash(Statement statement) {
    return digest(bytes(statement));
  }

  private static byte[] canonical(WorldFile file) {
    return bytes(file);
  }

  private static byte[] bytes(Object value) {
    try {
      return JSON.writeValueAsBytes(value);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String digest(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static String where(JsonProcessingException e) {
    @Nullable JsonLocation at = e.getLocation();
    return at == null || at.getLineNr() < 1
        ? ""
        : ", line " + at.getLineNr() + ", column " + at.getColumnNr();
  }

  private static String what(JsonProcessingException e) {
    if (e instanceof UnrecognizedPropertyException unknown) {
      var known = new TreeSet<String>();
      for (Object name :
          unknown.getKnownPropertyIds() == null ? List.of() : unknown.getKnownPropertyIds()) {
        known.add(String.valueOf(name));
      }
      return "there is no \""
          + unknown.getPropertyName()
          + "\" here; known are "
          + String.join(", ", known);
    }
    Throwable cause = e.getCause();
    String said =
        cause instanceof IllegalArgumentException ? cause.getMessage() : e.getOriginalMessage();
    return said == null ? "it is not YAML" : said.lines().findFirst().orElse("it is not YAML");
  }
}
