package org.mmm.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.mmm.client.ApiAnswer;
import org.mmm.client.ApiRequest;
import org.mmm.client.Json;
import org.mmm.client.Paths;
import org.mmm.print.Table;

/** Reads a listing of Items page by page. */
final class ItemPages {
  private static final int PAGE = 200;

  private ItemPages() {}

  /**
   * What any of the readers sees, by ID.
   *
   * @param most so many Items at most
   */
  static ObjectNode read(
      Session session,
      Readers readers,
      @Nullable String dataType,
      @Nullable String owner,
      int most) {
    SortedMap<String, JsonNode> items = new TreeMap<>();
    boolean whole = true;
    ApiAnswer refusal = null;
    for (Readers.Reader reader : readers.all()) {
      String after = "";
      int seen = 0;
      do {
        String path = path(dataType, owner, after, most - seen);
        ApiAnswer page = session.api().call(ApiRequest.get(path, reader.token()));
        if (page.status() == 401) {
          refusal = page; // an old token; another reader has a better one
          break;
        }
        page.orFail("items");
        for (JsonNode item : Json.list(page.body(), "items")) {
          items.putIfAbsent(Json.text(item, "itemID", ""), item);
          seen++;
        }
        after = Json.text(page.body(), "next", "");
      } while (!after.isEmpty() && seen < most);
      whole &= after.isEmpty();
    }
    if (items.isEmpty() && refusal != null) {
      refusal.orFail("items");
    }
    ObjectNode all = Json.object();
    ArrayNode array = all.putArray("items");
    items.values().stream().limit(most).forEach(array::add);
    if ((!whole || items.size() > most) && !array.isEmpty()) {
      all.put("next", Json.text(array.get(array.size() - 1), "itemID", ""));
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
