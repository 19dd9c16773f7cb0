package org.mmm.cli;

import com.fasterxml.jackson.databind.JsonNode;
import org.mmm.print.Table;

/** One thing as a table of its fields. */
final class Fields {
  private Fields() {}

  static Table table(JsonNode thing) {
    Table table = new Table("FIELD", "VALUE");
    rows("", thing, table);
    return table;
  }

  /** Objects are opened up, so that a person reads {@code place.at} and not braces. */
  private static void rows(String prefix, JsonNode thing, Table table) {
    thing
        .fields()
        .forEachRemaining(
            field -> {
              String name = prefix + field.getKey();
              JsonNode value = field.getValue();
              if (value.isObject() && !value.isEmpty()) {
                rows(name + ".", value, table);
              } else {
                table.row(name, value.isValueNode() ? value.asText() : value);
              }
            });
  }
}
