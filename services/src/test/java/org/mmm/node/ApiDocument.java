package org.mmm.node;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** The node's own OpenAPI document, against which what goes in and out is held. */
final class ApiDocument {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final JsonNode api;
  private final Set<String> seen = new TreeSet<>();
  private final Map<String, JsonSchema> schemas = new ConcurrentHashMap<>();
  private final JsonSchemaFactory factory = JsonSchemaFactory.getInstance(VersionFlag.V202012);

  ApiDocument(JsonNode api) {
    this.api = api;
  }

  /** The operations that were used and answered well, as {@code GET /path}. */
  Set<String> seen() {
    return seen;
  }

  /** Fails unless the answer is one that the document promises for this request. */
  Client.Answer check(String method, String path, String body, Client.Answer answer)
      throws Exception {
    String template = template(path.replaceFirst("[?].*", ""));
    JsonNode operation = api.path("paths").path(template).path(method.toLowerCase(Locale.ROOT));
    String what = method + " " + template + " -> " + answer.status();
    JsonNode response = operation.path("responses").path(Integer.toString(answer.status()));
    assertThat(response.isObject()).as(what + " is documented").isTrue();
    JsonNode schema = response.path("content").path("application/json").path("schema");
    if (!schema.isMissingNode()) {
      assertThat(answer.header("Content-Type")).as(what).startsWith("application/json");
      assertThat(faults(schema, answer.json()))
          .as(what + ": " + answer.response().body())
          .isEmpty();
    }
    if (answer.status() < 300) {
      seen.add(method + " " + template);
      if (!body.isEmpty()) {
        JsonNode request = operation.path("requestBody").path("content");
        assertThat(faults(request.path("application/json").path("schema"), JSON.readTree(body)))
            .as(what + ", which took " + body)
            .isEmpty();
      }
    }
    return answer;
  }

  /** What is wrong with a value that should be as that schema of the document says. */
  private Set<?> faults(JsonNode schema, JsonNode value) {
    String ref = schema.path("$ref").asText();
    assertThat(ref).startsWith("#/components/schemas/");
    return schemas
        .computeIfAbsent(
            ref,
            one -> {
              var root = JsonNodeFactory.instance.objectNode().put("$ref", one);
              root.set("components", api.path("components"));
              return factory.getSchema(root);
            })
        .validate(value);
  }

  private String template(String path) {
    String found = "";
    for (var entry : api.path("paths").properties()) {
      String template = entry.getKey();
      boolean fits = path.matches(template.replaceAll("\\{[a-z]+}", "[^/]+"));
      if (fits && (found.isEmpty() || !template.contains("{"))) found = template;
    }
    assertThat(found).as(path + " is documented").isNotEmpty();
    return found;
  }
}
