package org.mmm.script;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.core.util.Separators.Spacing;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Reads the object that begins somewhere in a script, and writes it in its canonical form. */
final class ScriptJson {
  /** Payloads no longer than this stand on one line. */
  private static final int ONE_LINE = 100;

  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(ScriptLimits.JSON_DEPTH)
                          .maxStringLength(ScriptLimits.LINE_BYTES)
                          .maxNameLength(ScriptLimits.LINE_BYTES)
                          .maxNumberLength(ScriptLimits.NUMBER_LENGTH)
                          .build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                  .build())
          // Exact decimals, so that what is printed reads back the same.
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  private static final Separators SPACED =
      Separators.createDefaultInstance()
          .withObjectFieldValueSpacing(Spacing.AFTER)
          .withObjectEmptySeparator("")
          .withArrayEmptySeparator("");

  private static final DefaultPrettyPrinter FLAT =
      new DefaultPrettyPrinter(
              SPACED.withObjectEntrySpacing(Spacing.AFTER).withArrayValueSpacing(Spacing.AFTER))
          .withObjectIndenter(new DefaultPrettyPrinter.NopIndenter())
          .withArrayIndenter(new DefaultPrettyPrinter.NopIndenter());

  private static final DefaultPrettyPrinter TALL =
      new DefaultPrettyPrinter(SPACED)
          .withObjectIndenter(new DefaultIndenter("  ", "\n"))
          .withArrayIndenter(new DefaultIndenter("  ", "\n"));

  private ScriptJson() {}

  /** An object of a script, and the index behind its closing brace. */
  record Read(ObjectNode json, int end) {}

  /**
   * Reads the object whose brace is at {@code start}.
   *
   * @param at the brace's position, for errors
   */
  static Read read(char[] source, int start, SourcePosition at) {
    try (JsonParser parser =
        MAPPER.getFactory().createParser(source, start, source.length - start)) {
      JsonNode json = MAPPER.readTree(parser);
      Interpolation.check(json);
      int end = start + (int) parser.currentLocation().getCharOffset();
      return new Read((ObjectNode) json, end);
    } catch (JsonEOFException e) {
      throw SyntaxFailure.atEnd(
          at, "the payload that begins here is not closed", "close it with \"}\"");
    } catch (StreamConstraintsException e) {
      throw SyntaxFailure.at(
          at,
          "the payload nests deeper than "
              + ScriptLimits.JSON_DEPTH
              + ", or has a text over "
              + ScriptLimits.LINE_BYTES
              + " or a number over "
              + ScriptLimits.NUMBER_LENGTH
              + " characters");
    } catch (JsonProcessingException e) {
      String hint = "a block's \"{\" has a blank before it, a payload is JSON";
      throw SyntaxFailure.at(
          in(at, e.getLocation()), "the payload is no JSON: " + firstLine(e), hint);
    } catch (IllegalArgumentException e) {
      throw SyntaxFailure.at(at, "the payload does not hold: " + e.getMessage());
    } catch (IOException e) {
      throw new UncheckedIOException(e); // a char array does not fail
    }
  }

  /** Canonical text: on one line if it is short, else one member a line. */
  static String print(ObjectNode json, String indent) {
    String flat = write(json, FLAT);
    if (flat.length() <= ONE_LINE) return flat;
    return write(json, TALL).replace("\n", "\n" + indent);
  }

  private static String write(ObjectNode json, DefaultPrettyPrinter printer) {
    try {
      return MAPPER.writer(printer).writeValueAsString(json);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e); // a tree is always writable
    }
  }

  private static SourcePosition in(SourcePosition at, JsonLocation location) {
    if (location == null || location.getLineNr() < 1) return at;
    int column = Math.max(1, location.getColumnNr());
    return location.getLineNr() == 1
        ? new SourcePosition(at.line(), at.column() + column - 1)
        : new SourcePosition(at.line() + location.getLineNr() - 1, column);
  }

  private static String firstLine(JsonProcessingException e) {
    return e.getOriginalMessage().lines().findFirst().orElse("unreadable");
  }
}
