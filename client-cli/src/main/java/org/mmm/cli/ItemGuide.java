package org.mmm.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mmm.client.Json;
import org.mmm.items.ItemType;

/** What there is to know of a data type before one writes it in a script. */
final class ItemGuide {
  /** How scripts come to have one; the types that are not here have no words of their own. */
  private static final Map<ItemType, String> IN_SCRIPTS =
      Map.ofEntries(
          Map.entry(ItemType.PERSONAL_PROFILE, "human1 Registers PersonalProfile{} Into User1"),
          Map.entry(ItemType.ACCOUNT, "human1 Registers PersonalProfile{} Into Account1"),
          Map.entry(ItemType.MESSAGE, "User1 MM-Sends \"hello\" To User2 Into Message1"),
          Map.entry(ItemType.RIGHTS, "Rights(May Granted MM-Embed Persona2 At Room1)"),
          Map.entry(ItemType.PROCESS_ACTION, "a line of a script; inside Rights(...) a pattern"),
          Map.entry(ItemType.M_LOCATION, "At MM-Square"),
          Map.entry(ItemType.U_LOCATION, "At ULocation1"),
          Map.entry(ItemType.SPATIAL_ATTITUDE, "With SA(x, y, z [, yaw [, pitch, roll]])"),
          Map.entry(ItemType.MODEL_OBJECT, "Persona1, bound by Registers"),
          Map.entry(ItemType.DATA, "Device1 UM-Captures Data1 At ULocation1"),
          Map.entry(ItemType.STREAM, "User1 Identifies Data1 Into Stream1"),
          Map.entry(ItemType.ROOM, "Room{\"Name\": \"Loft\", \"Side\": 8, \"Capacity\": 8}"),
          Map.entry(ItemType.PARCEL, "User1 Discovers Parcel By ParcelService Into Parcel1"),
          Map.entry(ItemType.DISCOVERY, "User1 Discovers Parcel By ParcelService Into Parcel1"),
          Map.entry(ItemType.TRANSACTION, "User1 Transacts Room1 From Seller With Value(0 EUR)"),
          Map.entry(ItemType.VALUE, "Value(12.50 EUR)"),
          Map.entry(ItemType.ACTIVITY_DATA, "mmm log --of User1"));

  private ItemGuide() {}

  static List<String> names() {
    return Arrays.stream(ItemType.values()).map(ItemType::title).toList();
  }

  /** The guide to the data type called so, with or without blanks, in any case. */
  static Optional<ObjectNode> find(String wanted) {
    return ItemType.byName(wanted).map(ItemGuide::json);
  }

  private static ObjectNode json(ItemType type) {
    ObjectNode guide = Json.object();
    guide.put("item", type.title());
    guide.put("header", type.header());
    guide.put("kind", type.title().replaceAll("[ -]", ""));
    guide.put("in a script", IN_SCRIPTS.getOrDefault(type, "-"));
    return guide;
  }
}
