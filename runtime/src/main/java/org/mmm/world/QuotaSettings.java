package org.mmm.world;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.module.paramnames.ParameterNamesModule;
import java.util.Map;
import java.util.TreeSet;
import org.mmm.rights.Quotas;

/** Quotas by name, over their defaults. */
final class QuotaSettings {
  private static final JsonMapper MAPPER =
      JsonMapper.builder().addModule(new ParameterNamesModule()).build();

  private QuotaSettings() {}

  static Quotas of(Map<String, Integer> named) {
    ObjectNode all = MAPPER.valueToTree(Quotas.DEFAULT);
    named.forEach(
        (name, value) -> {
          JsonNode before = all.get(name);
          if (before == null) {
            var names = new TreeSet<String>();
            all.fieldNames().forEachRemaining(names::add);
            throw new IllegalArgumentException(
                "quotas: no quota is called \""
                    + name
                    + "\"; there are "
                    + String.join(", ", names));
          }
          all.put(name, value);
        });
    try {
      return MAPPER.treeToValue(all, Quotas.class);
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      throw new IllegalArgumentException("quotas: " + cause.getMessage(), e);
    }
  }
}
