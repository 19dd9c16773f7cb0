package org.mmm.items;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a Process can do. V2.2 has whole Items as examples of item types; here they are named.
 *
 * @param humanId the human who answers for it
 * @param supportedApps the Apps that a Device runs, at most 1,000
 * @param actions the Actions it can perform, at most 1,000
 * @param itemTypes the data types it can process, by name ({@code ItemsTypes}); at most 1,000
 * @param unknown all other fields
 */
public record ProcessCapabilities(
    @Nullable String humanId,
    List<String> supportedApps,
    List<String> actions,
    List<String> itemTypes,
    UnknownFields unknown) {
  public ProcessCapabilities {
    TextRule.ID.checkIfAny("Capabilities.ProcessCapabilities.HumanID", humanId);
    supportedApps =
        TextRule.ID.checkAll("Capabilities.ProcessCapabilities.SupportedApps", supportedApps);
    actions = TextRule.NAME.checkAll("Capabilities.ProcessCapabilities.Actions", actions);
    itemTypes = TextRule.NAME.checkAll("Capabilities.ProcessCapabilities.ItemsTypes", itemTypes);
  }

  static ProcessCapabilities read(Fields in) {
    return new ProcessCapabilities(
        in.take("HumanID", "humanID").text(TextRule.ID),
        in.take("SupportedApps").texts(TextRule.ID),
        in.take("Actions").texts(TextRule.NAME),
        in.take("ItemsTypes", "ItemTypes").list(type -> type.needId("ItemName")),
        in.rest());
  }

  JsonNode json() {
    return FieldWriter.part(unknown)
        .put("HumanID", humanId)
        .texts("SupportedApps", supportedApps)
        .texts("Actions", actions)
        .texts("ItemsTypes", itemTypes)
        .done();
  }
}
