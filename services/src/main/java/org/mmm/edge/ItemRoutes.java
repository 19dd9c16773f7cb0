package org.mmm.edge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.mmm.edge.Callers.Caller;
import org.mmm.gateway.Gateway;
import org.mmm.kernel.Address;
import org.mmm.kernel.MintedName;
import org.mmm.kernel.Query;
import org.mmm.kernel.Response;

/** Items as the reader may see them. */
final class ItemRoutes {
  private static final int PAGE_AT_MOST = 500;

  /** So many Items are read at the same time for one listing. */
  private static final int BATCH = 32;

  /** So many names are looked at for one page at most; the next page goes on from there. */
  private static final int LOOKED_AT_MOST = 2_000;

  private final Gateway gateway;
  private final Callers callers;
  private final Reading reading;
  private final ItemRights rights;

  ItemRoutes(Gateway gateway, Callers callers, Reading reading) {
    this.rights = new ItemRights(gateway, callers, reading);
    this.gateway = gateway;
    this.callers = callers;
    this.reading = reading;
  }

  List<Endpoint> endpoints() {
    var access = Endpoint.Access.PROCESS_OR_OPERATOR;
    return List.of(
        new Endpoint(
            "GET",
            "/api/v2.2/items",
            Endpoint.Doc.of("items", "items", "lists Items that the reader may see", access)
                .query("dataType", "owner", "after", "limit")
                .answers("Items"),
            this::list),
        new Endpoint(
            "GET",
            "/api/v2.2/items/{id}",
            Endpoint.Doc.of("items", "item", "shows an Item", access).answers("Item", 404),
            in -> reading.item(callers.of(in), in.inPath("id")).thenApply(Callback::view)),
        new Endpoint(
            "GET",
            "/api/v2.2/items/{id}/rights",
            Endpoint.Doc.of(
                    "items",
                    "item-rights",
                    "lists the Rights on an Item: all to its owner and the operator, else the"
                        + " reader's own",
                    access)
                .query("after", "limit")
                .answers("ItemRights", 404),
            rights::list));
  }

  private CompletionStage<Answer> list(Exchange in) {
    Caller caller = callers.of(in);
    var page =
        new Page(
            caller, in.query("owner").orElse(""), (int) in.query("limit", 100, 1, PAGE_AT_MOST));
    List<String> types = in.query("dataType").map(List::of).orElse(List.of());
    String after = in.query("after").orElse("");
    return gateway
        .listing(types)
        .thenCombine(
            known(caller, types),
            (listed, known) -> {
              var names = new TreeMap<String, Address>(known);
              listed.forEach(
                  (id, name) -> Reading.place(id, name).ifPresent(a -> names.put(id, a)));
              return new ArrayList<>(names.tailMap(after, false).entrySet());
            })
        .thenCompose(names -> page.read(List.copyOf(names), 0));
  }

  /** The short-lived Items that a Process got to know, which the directory does not list. */
  private CompletionStage<TreeMap<String, Address>> known(Caller caller, List<String> types) {
    if (!(caller instanceof Caller.OfProcess reader)) {
      return CompletableFuture.completedFuture(new TreeMap<>());
    }
    Token token = reader.token();
    return gateway
        .read(Address.process(token.process()), new Query.Known(token.id()))
        .thenApply(
            response -> {
              var known = new TreeMap<String, Address>();
              if (response instanceof Response.BadToken) {
                throw new Refusal("token", Callback.otherwise(response));
              }
              if (response instanceof Response.View view) {
                for (JsonNode id : view.body().path("items")) {
                  MintedName.light(id.asText())
                      .filter(name -> types.isEmpty() || types.contains(name.dataType()))
                      .ifPresent(name -> known.put(id.asText(), name.address(id.asText())));
                }
              }
              return known;
            });
  }

  /** One page on its way. */
  private final class Page {
    private final Caller caller;
    private final String owner;
    private final int limit;
    private final ObjectNode page = JsonNodeFactory.instance.objectNode();
    private final ArrayNode items = page.putArray("items");

    Page(Caller caller, String owner, int limit) {
      this.caller = caller;
      this.owner = owner;
      this.limit = limit;
    }

    CompletionStage<Answer> read(List<java.util.Map.Entry<String, Address>> names, int from) {
      if (from >= names.size()) return CompletableFuture.completedFuture(Answer.ok(page));
      if (items.size() >= limit || from >= LOOKED_AT_MOST) {
        page.put("next", names.get(from - 1).getKey());
        return CompletableFuture.completedFuture(Answer.ok(page));
      }
      int end = Math.min(names.size(), from + Math.min(BATCH, limit - items.size()));
      List<CompletableFuture<Response>> reads = new ArrayList<>();
      for (var name : names.subList(from, end)) {
        reads.add(reading.item(caller, name.getKey(), name.getValue()).toCompletableFuture());
      }
      return CompletableFuture.allOf(reads.toArray(new CompletableFuture<?>[0]))
          .thenCompose(
              all -> {
                for (var read : reads) {
                  if (read.join() instanceof Response.View view) add(view.body());
                }
                return read(names, end);
              });
    }

    private void add(JsonNode view) {
      if (!owner.isEmpty() && !owner.equals(view.path("owner").asText())) return;
      ObjectNode entry = items.addObject();
      for (String field : List.of("itemID", "dataType", "owner", "place")) {
        if (view.hasNonNull(field)) entry.set(field, view.get(field));
      }
    }
  }
}
