package org.mmm.edge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.mmm.edge.Callers.Caller;
import org.mmm.gateway.Gateway;
import org.mmm.journal.AccountKeys;
import org.mmm.kernel.Address;
import org.mmm.kernel.Query;
import org.mmm.kernel.Response;
import org.mmm.reports.ReportsMachine;

/**
 * All that is held of one human, as one document: the Account, the Personal Profile, and of each of
 * its Processes what it is, its Rights, what it received, what it did, and the Items that it made
 * or got, as it may read them.
 */
final class AccountExport {
  /** So many characters of Items are given; those beyond are named only, in {@code itemsLeft}. */
  private static final long CHARACTERS_AT_MOST = 32 << 20;

  private static final int LOG_AT_MOST = 10_000;

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Gateway gateway;
  private final Reading reading;
  private final AccountKeys keys;
  private final Support.NodeView node;

  AccountExport(Gateway gateway, Reading reading, AccountKeys keys, Support.NodeView node) {
    this.gateway = gateway;
    this.reading = reading;
    this.keys = keys;
    this.node = node;
  }

  /** For a caller who may have it: a Process of that Account, or the operator. */
  CompletionStage<Answer> of(Caller caller, String account) {
    return reading
        .item(caller, account)
        .thenCompose(
            item -> {
              if (!(item instanceof Response.View shown)) {
                return CompletableFuture.completedFuture(Callback.otherwise(item));
              }
              ObjectNode all = JsonNodeFactory.instance.objectNode().put("accountID", account);
              all.set("account", shown.body());
              String human = shown.body().path("item").path("HumanID").asText();
              return gateway
                  .read(SignIn.account(human), new Query.Profile(null))
                  .thenCompose(
                      known ->
                          known instanceof Response.View view
                              ? new Export(account, all).with(view.body())
                              : CompletableFuture.completedFuture(
                                  Answer.ok(all))); // erased, the name too
            });
  }

  /** One document on its way. */
  private final class Export {
    private final ObjectNode all;
    private final boolean erased;
    private long characters;

    Export(String account, ObjectNode all) {
      this.all = all;
      this.erased = keys.seal(account, "anything").isEmpty();
    }

    CompletionStage<Answer> with(JsonNode profile) {
      String told = profile.path("personalProfile").asText();
      if (!erased && !told.isEmpty()) all.set("personalProfile", json(told));
      ArrayNode processes = all.putArray("processes");
      CompletionStage<Void> done = CompletableFuture.completedFuture(null);
      for (JsonNode entry : profile.path("account").path("Processes")) {
        String id = entry.path("ProcessID").asText();
        var personae = new TreeSet<>(entry.findValuesAsText("PersonaID"));
        done = done.thenCompose(before -> process(processes.addObject(), id, personae));
      }
      return done.thenApply(complete -> Answer.ok(all));
    }

    private CompletionStage<Void> process(ObjectNode into, String id, TreeSet<String> items) {
      Address process = Address.process(id);
      return set(into, process, new Query.Profile(null))
          .thenCompose(done -> set(into, process, new Query.RightsHeld(null)))
          .thenCompose(done -> gateway.read(process, new Query.Inbox(0, false, null)))
          .thenAccept(
              inbox -> {
                ArrayNode messages = into.putArray("messages");
                for (JsonNode one : view(inbox).path("messages")) {
                  messages.add(withoutErased(one.path("message")));
                }
              })
          .thenCompose(done -> set(into, ReportsMachine.address(), new Query.ReportsOf(id)))
          .thenCompose(done -> log(into, process))
          .thenCompose(done -> gateway.read(process, new Query.Known(null)))
          .thenCompose(
              known -> {
                view(known).path("items").forEach(item -> items.add(item.asText()));
                return items(into, process, List.copyOf(items), 0);
              });
    }

    private CompletionStage<Void> set(ObjectNode into, Address process, Query query) {
      return gateway
          .read(process, query)
          .thenAccept(response -> view(response).fields().forEachRemaining(put(into)));
    }

    /** An entity remembers what it read before the key was erased, as long as it is in memory. */
    private JsonNode withoutErased(JsonNode shown) {
      if (!erased) return shown;
      JsonNode rest = shown.deepCopy();
      erase(rest);
      return rest;
    }

    private CompletionStage<Void> log(ObjectNode into, Address process) {
      return gateway
          .read(process, new Query.Activity(0, LOG_AT_MOST, false, null))
          .thenCompose(
              response ->
                  view(response).path("complete").asBoolean(true)
                      ? CompletableFuture.completedFuture(view(response))
                      : node.oldActivity(process, 0, LOG_AT_MOST).thenApply(JsonNode.class::cast))
          .thenAccept(page -> into.set("activity", withoutErased(page)));
    }

    /** One after the other, as that Process may see them. */
    private CompletionStage<Void> items(ObjectNode into, Address reader, List<String> ids, int at) {
      ArrayNode items = into.withArrayProperty("items");
      if (at == ids.size()) return CompletableFuture.completedFuture(null);
      String id = ids.get(at);
      if (characters > CHARACTERS_AT_MOST) {
        ids.subList(at, ids.size()).forEach(into.withArrayProperty("itemsLeft")::add);
        return CompletableFuture.completedFuture(null);
      }
      return gateway
          .lookup(id)
          .thenCompose(
              name ->
                  name.flatMap(n -> Reading.place(id, n))
                      .map(item -> gateway.read(reader, new Query.ReadItem(item, null)))
                      .orElseGet(
                          () -> CompletableFuture.completedFuture(Reading.unknown("Item", id))))
          .thenComposeAsync(
              response -> {
                if (response instanceof Response.View view) {
                  JsonNode shown = withoutErased(view.body());
                  items.add(shown);
                  characters += shown.toString().length();
                }
                return items(into, reader, ids, at + 1);
              });
    }
  }

  /** What Items, messages and sentences carry gives way to that it is erased. */
  private static void erase(JsonNode node) {
    if (node instanceof ObjectNode fields) {
      for (String name : List.of("item", "content")) {
        if (fields.path(name).isObject()) fields.putObject(name).put("Erased", true);
      }
      if (fields.get("With") instanceof ArrayNode with) {
        for (int i = 0; i < with.size(); i++) {
          if (with.get(i).isObject())
            with.set(i, JsonNodeFactory.instance.objectNode().put("Erased", true));
        }
      }
    }
    for (JsonNode part : node) erase(part);
  }

  /** Empty for what cannot be read. */
  private static JsonNode view(Response response) {
    return response instanceof Response.View view
        ? view.body()
        : JsonNodeFactory.instance.objectNode();
  }

  private static Consumer<Map.Entry<String, JsonNode>> put(ObjectNode into) {
    return field -> into.set(field.getKey(), field.getValue());
  }

  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a profile is written as JSON", e);
    }
  }
}
