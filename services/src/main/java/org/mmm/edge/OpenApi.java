package org.mmm.edge;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mmm.gateway.Submission;

/** The OpenAPI 3.1 document of these endpoints. */
public final class OpenApi {
  private static final Pattern HOLE = Pattern.compile("\\{([a-z]+)}");

  private OpenApi() {}

  /**
   * The endpoint where anybody reads what a port answers.
   *
   * @param tag under which it stands in the document, which lists it too
   * @param title what the port is called
   * @param description what it is for
   * @param others all else that it answers
   */
  public static Endpoint endpoint(
      String tag, String title, String description, List<Endpoint> others) {
    var doc =
        Endpoint.Doc.of(tag, "openapi", "describes this API", Endpoint.Access.OPEN)
            .answers("OpenApi");
    List<Endpoint> listed = new ArrayList<>(others);
    listed.add(answering(doc, Answer.nothing())); // its words alone count here
    return answering(doc, Answer.ok(of(title, description, listed)));
  }

  private static Endpoint answering(Endpoint.Doc doc, Answer answer) {
    return new Endpoint(
        "GET", "/openapi.json", doc, in -> CompletableFuture.completedFuture(answer));
  }

  private static ObjectNode of(String title, String description, List<Endpoint> endpoints) {
    ObjectNode api = JsonNodeFactory.instance.objectNode();
    api.put("openapi", "3.1.0");
    api.putObject("info")
        .put("title", title)
        .put("version", WebJars.ownVersion())
        .put("description", description);
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
    components.set("schemas", OpenApiSchemas.namedIn(paths));
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
      if (endpoint.doc().access() == Endpoint.Access.OPEN) {
        parameter(all, "MMM-Invitation", "header", false)
            .put("description", "a code, where registration is by invitation");
      }
    }
    return all;
  }

  private static ObjectNode parameter(ArrayNode all, String name, String in, boolean required) {
    ObjectNode parameter =
        all.addObject().put("name", name).put("in", in).put("required", required);
    ObjectNode schema = parameter.putObject("schema");
    switch (name) {
      case "limit" -> schema.put("type", "integer").put("minimum", 1);
      case "wait" -> schema.put("type", "integer").put("minimum", 0).put("maximum", 30);
      default -> schema.put("type", "string");
    }
    return parameter;
  }

  private static void responses(ObjectNode responses, Endpoint.Doc doc) {
    Set<Integer> statuses = new TreeSet<>(doc.statuses());
    statuses.addAll(List.of(400, 413, 429, 500, 503));
    if (!doc.statuses().contains(204)) statuses.add(200);
    if (doc.access() != Endpoint.Access.OPEN) statuses.addAll(List.of(401, 403));
    for (int status : statuses) {
      String key = Integer.toString(status);
      if (status == 200) good(responses, key, "performed, or found", doc);
      else if (status == 204) responses.putObject(key).put("description", "done");
      else if (status < 300) good(responses, key, "performed, and something came into being", doc);
      else refusal(responses, key, describe(status), doc);
    }
  }

  private static void good(ObjectNode responses, String key, String text, Endpoint.Doc doc) {
    ObjectNode response = responses.putObject(key).put("description", text);
    if (!doc.answer().isEmpty()) content(response, doc.answer());
  }

  private static void refusal(ObjectNode responses, String key, String text, Endpoint.Doc doc) {
    boolean unready = key.equals("503") && doc.answer().equals("Health");
    String schema = unready || doc.answer().equals("Reply") ? doc.answer() : "Error";
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
      case 500 -> "Unknown: the node made a mistake, which is in its log";
      case 503 -> "Unable: surely not performed; try again after Retry-After";
      case 504 -> "Unknown: ask again with the same key";
      default -> "refused";
    };
  }
}
