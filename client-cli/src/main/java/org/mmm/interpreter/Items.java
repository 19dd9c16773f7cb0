package org.mmm.interpreter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import org.mmm.client.Json;
import org.mmm.items.ItemType;

/**
 * The Items that sentences carry, in the short forms of this project: the M-Instance adds what is
 * not said, its own ID for one.
 */
final class Items {
  private Items() {}

  /** {@code Kind{...}} with its Header; a Header in the payload itself is left as it is. */
  static ObjectNode payload(String kind, JsonNode json) {
    ObjectNode item = Json.object();
    if (!json.has("Header")) {
      item.put("Header", header(kind));
    }
    json.fields().forEachRemaining(field -> item.set(field.getKey(), field.getValue()));
    return item;
  }

  static ObjectNode message(String id, String text) {
    ObjectNode item = Json.object().put("Header", "MMM-MSG-V2.2").put("MessageID", id);
    item.putArray("MessageData").addObject().put("MessageData", text);
    return item;
  }

  /** {@code SA(x, y, z [, yaw [, pitch, roll]])}, metres and degrees. */
  static ObjectNode spatialAttitude(BigDecimal[] numbers) {
    if (numbers.length != 3 && numbers.length != 4 && numbers.length != 6) {
      throw new IllegalArgumentException(
          "SA takes x, y, z, then yaw, then pitch and roll; here are " + numbers.length);
    }
    String[] fields = {"x", "y", "z", "yaw", "pitch", "roll"};
    ObjectNode item = Json.object().put("Header", "OSD-OSA-V1.5");
    for (int i = 0; i < numbers.length; i++) {
      item.put(fields[i], numbers[i]);
    }
    return item;
  }

  static ObjectNode value(BigDecimal amount, String currency) {
    return Json.object()
        .put("Header", "MMM-VAL-V2.2")
        .put("Amount", amount)
        .put("Currency", currency);
  }

  /**
   * @param sender gives the Value and gets the Asset
   * @param receiver owns the Asset and has it on offer
   */
  static ObjectNode transaction(
      String id, String asset, String sender, String receiver, JsonNode value) {
    ObjectNode item =
        Json.object()
            .put("Header", "MMM-TRA-V2.2")
            .put("TransactionID", id)
            .put("AssetID", asset)
            .put("SenderID", sender)
            .put("ReceiverID", receiver);
    if (!value.isMissingNode()) {
      item.set("Value", value);
    }
    return item;
  }

  static ObjectNode discovery(String dataType) {
    ObjectNode item = Json.object().put("Header", "MMM-DSO-V2.2");
    item.putArray("DiscoveryObjectData").addObject().put("Data", dataType);
    return item;
  }

  /** A Property Change of the perceptibility alone. */
  static ObjectNode perceptibility(boolean perceptible) {
    ObjectNode item = Json.object().put("Header", "MMM-PCP-V2.2");
    item.putObject("PropertyChangePARQ")
        .putObject("RQ2")
        .put("Complement", "With")
        .put("PerceptibilityStatus", perceptible);
    return item;
  }

  /** A Process Action with open slots, as it stands in Rights. */
  static ObjectNode pattern(String id, String action, String subject, ArrayNode complements) {
    ObjectNode item =
        Json.object()
            .put("Header", "MMM-PAC-V2.2")
            .put("ProcessActionID", id)
            .put("Action", action);
    if (!subject.isEmpty()) {
      item.put("SourceProcessID", subject);
    }
    item.set("RQ-Complements", complements);
    return item;
  }

  static ObjectNode rights(String id, ArrayNode entries) {
    ObjectNode item = Json.object().put("Header", "MMM-RGT-V2.2").put("RightsID", id);
    item.set("RightsData", entries);
    return item;
  }

  static ObjectNode right(String deontic, String level, ObjectNode pattern) {
    ObjectNode entry = Json.object().put("DeonticVerb", deontic).put("Level", level);
    entry.putArray("PAIDOrPA").addObject().set("ProcessAction", pattern);
    return entry;
  }

  /** The kind that has this Header; empty if none has. */
  static String kindOf(String header) {
    return header.isEmpty()
        ? ""
        : ItemType.byHeader(header).map(ItemType::title).orElse("").replace(" ", "");
  }

  private static String header(String kind) {
    return ItemType.byName(kind)
        .map(ItemType::header)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "no Item is called " + kind + "; 'mmm explain --all' lists them"));
  }
}
