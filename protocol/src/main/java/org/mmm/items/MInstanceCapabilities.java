package org.mmm.items;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * What an M-Instance can do. V2.2 has whole Items as examples of item types; here they are named.
 *
 * @param profile the functional Profile
 * @param actions the Actions supported, at most 1,000
 * @param itemTypes the data types supported, by name; at most 1,000
 * @param unknown all other fields
 */
public record MInstanceCapabilities(
    Profile profile, List<String> actions, List<String> itemTypes, UnknownFields unknown) {
  public MInstanceCapabilities {
    actions = TextRule.NAME.checkAll("Capabilities.MInstanceCapabilities.Actions", actions);
    itemTypes = TextRule.NAME.checkAll("Capabilities.MInstanceCapabilities.ItemTypes", itemTypes);
  }

  static MInstanceCapabilities read(Fields in) {
    return new MInstanceCapabilities(
        in.take("Profile").needWord(Profile.class),
        in.take("Actions").texts(TextRule.NAME),
        in.take("ItemTypes").list(type -> type.needId("ItemName")),
        in.rest());
  }

  JsonNode json() {
    return FieldWriter.part(unknown)
        .put("Profile", profile)
        .texts("Actions", actions)
        .texts("ItemTypes", itemTypes)
        .done();
  }
}
