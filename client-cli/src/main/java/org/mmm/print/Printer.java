package org.mmm.print;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.PrintWriter;
import java.util.function.Function;

/** Writes the data of one command in the form that was asked for. */
public final class Printer {
  private static final YAMLMapper YAML =
      new YAMLMapper(
          YAMLFactory.builder()
              .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
              .disable(YAMLGenerator.Feature.SPLIT_LINES)
              .build());

  private final PrintWriter out;
  private final Format format;
  private final Style style;
  private final int width;

  /**
   * @param width characters of a line of a table at most; cells wrap to fit
   */
  public Printer(PrintWriter out, Format format, Style style, int width) {
    this.width = width;
    this.out = out;
    this.format = format;
    this.style = style;
  }

  public Format format() {
    return format;
  }

  public Style style() {
    return style;
  }

  /**
   * Prints a whole answer.
   *
   * @param asTable how a person wants to read it
   */
  public void print(JsonNode data, Function<JsonNode, Table> asTable) {
    switch (format) {
      case table -> out.print(asTable.apply(data).print(style, width));
      case json -> out.println(data.toPrettyString());
      case yaml -> out.print(yaml(data));
    }
    out.flush();
  }

  /** Prints one element of a stream: a line of text, a line of JSON, or a YAML document. */
  public void each(JsonNode data, Function<JsonNode, String> asLine) {
    switch (format) {
      case table -> out.println(asLine.apply(data));
      case json -> out.println(data);
      case yaml -> out.print(yaml(data));
    }
    out.flush();
  }

  /** A line that is itself the data, such as a token, in every format. */
  public void line(String text) {
    out.println(text);
    out.flush();
  }

  private static String yaml(JsonNode data) {
    try {
      return YAML.writeValueAsString(data);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a JSON tree can always be written as YAML", e);
    }
  }
}
