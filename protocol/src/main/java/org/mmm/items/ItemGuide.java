package org.mmm.items;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.module.paramnames.ParameterNamesModule;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What every data type is and has, for people: the 67 of MMM-TEC V2.0, those that came or went in
 * other editions, and this project's own. Names and types are the standard's, the sentences ours.
 */
public final class ItemGuide {
  private static final String RESOURCE = "items.json";

  private ItemGuide() {}

  /**
   * One data type.
   *
   * @param name the standard's name
   * @param category the standard's group, Extra for types outside the 67, or MMM Runtime for ours
   * @param header its code, with a remark where editions differ; empty when it has none
   * @param definition what it is, in a sentence or a few
   * @param edition where the fields are from
   * @param fields in their order; empty when the type is a name only
   */
  public record Entry(
      String name,
      String category,
      String header,
      String definition,
      String edition,
      List<Field> fields) {
    private Stream<String> names() {
      return Stream.concat(Stream.of(name), Arrays.stream(name.split(" / |[ ]?[(].*")))
          .map(ItemType::plain);
    }
  }

  /**
   * One field.
   *
   * @param name its path inside the Item; {@code []} marks an array
   * @param type its type in JSON, as the standard says it
   * @param required whether the schema requires it; null when that is not said
   * @param refersTo the type that it names; null when it names none
   * @param meaning what it says; null when its name says all
   */
  @JsonFormat(shape = JsonFormat.Shape.ARRAY)
  @JsonPropertyOrder({"name", "type", "required", "refersTo", "meaning"})
  public record Field(
      String name,
      String type,
      @Nullable Boolean required,
      @Nullable String refersTo,
      @Nullable String meaning) {}

  /** All data types, in the order of the standard's list. */
  public static List<Entry> all() {
    return Loaded.ENTRIES;
  }

  /** The data type of that name. Case, blanks and hyphens do not matter. */
  public static Optional<Entry> find(String name) {
    String wanted = ItemType.plain(name);
    return all().stream().filter(entry -> entry.names().anyMatch(wanted::equals)).findFirst();
  }

  /** Read at first use: only the command line asks. */
  private static final class Loaded {
    static final List<Entry> ENTRIES = load();

    private static List<Entry> load() {
      var mapper = JsonMapper.builder().addModule(new ParameterNamesModule()).build();
      try (InputStream in =
          Objects.requireNonNull(ItemGuide.class.getResourceAsStream(RESOURCE), RESOURCE)) {
        return List.of(mapper.readValue(in, Entry[].class));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
