package org.mmm.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;
import org.mmm.client.Json;
import org.mmm.client.Paths;
import org.mmm.print.Table;

/** Reads a listing of Items page by page. */
final class ItemPages {
  private static final int PAGE = 200;

  private ItemPages() {}

  /**
   * @param most so many Items at most
   */
  static ObjectNode read(
      Session session,
      @Nullable String token,
      @Nullable String dataType,
      @Nullable String owner,
      int most) {
    ArrayNode items = Json.array();
    String after = "";
    do {
      JsonNode page =
          session.api().get(path(dataType, owner, after, most - items.size()), token).body();
      Json.list(page, "items").forEach(items::add);
      after = Json.text(page, "next", "");
    } while (!after.isEmpty() && items.size() < most);
    ObjectNode all = Json.object();
    all.set("items", items);
    if (!after.isEmpty()) {
      all.put("next", after);
    }
    return all;
  }

  static Table table(JsonNode listing) {
    Table table = new Table("ITEM", "TYPE", "OWNER", "AT");
    for (JsonNode item : Json.list(listing, "items")) {
      table.row(
          Json.text(item, "itemID", ""),
          Json.text(item, "dataType", ""),
          Json.text(item, "owner", "-"),
          place(item.path("place")));
    }
    return table;
  }

  /** Where something is: a place's ID, alone or with a position. */
  static String place(JsonNode place) {
    if (place.isTextual()) {
      return place.asText();
    }
    return Json.text(place, "at", "-");
  }

  private static String path(
      @Nullable String dataType, @Nullable String owner, String after, int left) {
    return "/api/v2.2/items?limit="
        + Math.min(PAGE, left)
        + query("dataType", dataType)
        + query("owner", owner)
        + query("after", after);
  }

  private static String query(String name, @Nullable String value) {
    return value == null || value.isEmpty() ? "" : "&" + name + "=" + Paths.segment(value);
  }
}
