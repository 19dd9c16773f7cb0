package org.mmm.edge;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mmm.gateway.Submission;

/** The OpenAPI 3.1 document of these endpoints. */
final class OpenApi {
  private static final Pattern HOLE = Pattern.compile("\\{([a-z]+)}");

  private OpenApi() {}

  static ObjectNode of(List<Endpoint> endpoints, String version) {
    ObjectNode api = JsonNodeFactory.instance.objectNode();
    api.put("openapi", "3.1.0");
    api.putObject("info")
        .put("title", "MMM-API")
        .put("version", version)
        .put(
            "description",
            "Process Actions of MMM-TEC V2.2 and MMM-ARC V1.2, and reads. A request is repeated"
                + " with the same Idempotency-Key, and is then performed once.");
    ObjectNode paths = api.putObject("paths");
    for (Endpoint endpoint : endpoints) {
      ObjectNode path = paths.withObjectProperty(endpoint.path());
      path.set(endpoint.method().toLowerCase(java.util.Locale.ROOT), operation(endpoint));
    }
    ObjectNode components = api.putObject("components");
    components
        .putObject("securitySchemes")
        .putObject("token")
        .put("type", "http")
        .put("scheme", "bearer")
        .put("description", "of the Process that asks; or the operator's");
    components.set("schemas", OpenApiSchemas.all());
    return api;
  }

  private static ObjectNode operation(Endpoint endpoint) {
    Endpoint.Doc doc = endpoint.doc();
    ObjectNode operation = JsonNodeFactory.instance.objectNode();
    operation.put("operationId", doc.id()).put("summary", doc.summary());
    operation.putArray("tags").add(doc.tag());
    if (doc.access() != Endpoint.Access.OPEN) {
      operation.putArray("security").addObject().putArray("token");
    }
    ArrayNode parameters = parameters(endpoint);
    if (!parameters.isEmpty()) operation.set("parameters", parameters);
    if (!doc.body().isEmpty()) {
      ObjectNode body = operation.putObject("requestBody").put("required", true);
      if (endpoint.takesBytes()) bytes(body);
      else content(body, doc.body());
    }
    responses(operation.putObject("responses"), doc);
    return operation;
  }

  private static ArrayNode parameters(Endpoint endpoint) {
    ArrayNode all = JsonNodeFactory.instance.arrayNode();
    Matcher hole = HOLE.matcher(endpoint.path());
    while (hole.find()) parameter(all, hole.group(1), "path", true);
    for (String name : endpoint.doc().query()) parameter(all, name, "query", false);
    if (endpoint.doc().body().equals("Request")) {
      parameter(all, "Idempotency-Key", "header", true)
          .withObjectProperty("schema")
          .put("minLength", 1)
          .put("maxLength", Submission.LONGEST_KEY);
      parameter(all, "MMM-Dry-Run", "header", false)
          .withObjectProperty("schema")
          .putArray("enum")
          .add("true")
          .add("false");
    }
    return all;
  }

  private static ObjectNode parameter(ArrayNode all, String name, String in, boolean required) {
    ObjectNode parameter =
        all.addObject().put("name", name).put("in", in).put("required", required);
    parameter.putObject("schema").put("type", "string");
    return parameter;
  }

  private static void responses(ObjectNode responses, Endpoint.Doc doc) {
    if (!doc.statuses().contains(204)) good(responses, "200", "performed, or found", doc);
    for (int status : doc.statuses()) {
      String key = Integer.toString(status);
      if (status == 204) responses.putObject(key).put("description", "done");
      else if (status < 300) good(responses, key, "performed, and something came into being", doc);
      else refusal(responses, key, describe(status), doc);
    }
    refusal(responses, "400", describe(400), doc);
    if (doc.access() != Endpoint.Access.OPEN) refusal(responses, "401", describe(401), doc);
    for (int status : new int[] {413, 429, 503}) {
      refusal(responses, Integer.toString(status), describe(status), doc);
    }
  }

  private static void good(ObjectNode responses, String key, String text, Endpoint.Doc doc) {
    ObjectNode response = responses.putObject(key).put("description", text);
    if (!doc.answer().isEmpty()) content(response, doc.answer());
  }

  private static void refusal(ObjectNode responses, String key, String text, Endpoint.Doc doc) {
    String schema = doc.answer().equals("Reply") ? "Reply" : "Error";
    content(responses.putObject(key).put("description", text), schema);
  }

  private static void bytes(ObjectNode where) {
    where.putObject("content").putObject(Answer.BYTES).putObject("schema");
  }

  private static void content(ObjectNode where, String schema) {
    where
        .putObject("content")
        .putObject(Answer.JSON)
        .putObject("schema")
        .put("$ref", "#/components/schemas/" + schema);
  }

  private static String describe(int status) {
    return switch (status) {
      case 400 -> "not readable, or a header is missing";
      case 401 -> "no token, or one that is not valid";
      case 402 -> "InsValue or ValueRQ: Value is missing";
      case 403 -> "InsRights: a Right is missing, or the token is of another Process";
      case 404 -> "IncID: an ID names nothing";
      case 409 -> "Clash: it contradicts how things stand";
      case 413 -> "the body is too large";
      case 415 -> "QualNS: the destination does not support the Qualifier";
      case 422 -> "FaultyPA, IncDQ, MLocOOR or ULocOOR";
      case 429 -> "too often; try again after Retry-After";
      case 503 -> "Unable: surely not performed; try again after Retry-After";
      case 504 -> "Unknown: ask again with the same key";
      default -> "refused";
    };
  }
}
