package org.mmm.home;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.mmm.client.ExitCode;
import org.mmm.client.Failure;
import org.mmm.client.Json;

/** The contexts in {@code config.json}, and which of them is used. */
public final class Contexts {
  private final Path file;

  Contexts(Path file) {
    this.file = file;
  }

  /** Every context, by name; at least the default one. */
  public Map<String, Context> all() {
    Map<String, Context> all = new TreeMap<>();
    all.put(Context.DEFAULT_NAME, Context.local());
    config()
        .path("contexts")
        .fields()
        .forEachRemaining(entry -> all.put(entry.getKey(), read(entry.getKey(), entry.getValue())));
    return all;
  }

  public String currentName() {
    return Json.text(config(), "current", Context.DEFAULT_NAME);
  }

  /**
   * @throws Failure NOT_FOUND if there is no context of that name
   */
  public Context get(String name) {
    Map<String, Context> all = all();
    Context found = all.get(name);
    if (found == null) {
      throw new Failure(
          ExitCode.NOT_FOUND,
          "no context '" + name + "'; there are " + String.join(", ", all.keySet()));
    }
    return found;
  }

  public void use(String name) {
    Context found = get(name);
    change(config -> config.put("current", found.name()));
  }

  public void set(Context context) {
    change(
        config -> {
          ObjectNode one = config.withObjectProperty("contexts").putObject(context.name());
          one.put("url", context.url().toString());
          if (!context.others().isEmpty()) {
            var others = one.putArray("others");
            context.others().forEach(url -> others.add(url.toString()));
          }
          if (context.operatorUrl() != null) {
            one.put("operatorUrl", context.operatorUrl().toString());
          }
          if (context.operatorToken() != null) {
            one.put("operatorToken", context.operatorToken());
          }
        });
  }

  private JsonNode config() {
    return PrivateFiles.read(file).map(this::parse).orElseGet(Json::object);
  }

  private void change(java.util.function.Consumer<ObjectNode> change) {
    PrivateFiles.update(
        file,
        text -> {
          ObjectNode config = text.isEmpty() ? Json.object() : parse(text);
          change.accept(config);
          return config.toPrettyString() + "\n";
        });
  }

  private ObjectNode parse(String text) {
    try {
      if (Json.read(text) instanceof ObjectNode config) {
        return config;
      }
      throw new IllegalArgumentException("not a JSON object");
    } catch (IllegalArgumentException e) {
      throw new Failure(
          ExitCode.FAILED, file + " is " + e.getMessage() + "; repair or remove it", e);
    }
  }

  private Context read(String name, JsonNode node) {
    try {
      String operatorUrl = Json.text(node, "operatorUrl");
      return new Context(
          name,
          URI.create(Json.text(node, "url", "")),
          Json.list(node, "others").stream().map(other -> URI.create(other.asText())).toList(),
          operatorUrl == null ? null : URI.create(operatorUrl),
          Json.text(node, "operatorToken"));
    } catch (IllegalArgumentException e) {
      throw new Failure(ExitCode.FAILED, file + ": context " + name + ": " + e.getMessage(), e);
    }
  }
}
