package org.mmm.edge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.mmm.edge.Callers.Caller;
import org.mmm.gateway.Gateway;
import org.mmm.kernel.Address;
import org.mmm.kernel.Query;
import org.mmm.kernel.Response;
import org.mmm.pa.Reason;

/**
 * Who holds which Right that names an Item. Rights are kept by their holders, so the owner and the
 * operator get them by asking every Process, page by page; any other reader gets its own alone.
 */
final class ItemRights {
  private static final int PAGE_AT_MOST = 500;

  /** So many Processes are asked at the same time. */
  private static final int AT_ONCE = 32;

  /** So many Processes are asked for one page at most; the next page goes on from there. */
  private static final int ASKED_AT_MOST = 2_000;

  private final Gateway gateway;
  private final Callers callers;
  private final Reading reading;

  ItemRights(Gateway gateway, Callers callers, Reading reading) {
    this.gateway = gateway;
    this.callers = callers;
    this.reading = reading;
  }

  CompletionStage<Answer> list(Exchange in) {
    Caller caller = callers.of(in);
    String id = in.inPath("id");
    String after = in.query("after").orElse("");
    int limit = (int) in.query("limit", 100, 1, PAGE_AT_MOST);
    return reading
        .item(caller, id)
        .thenCompose(
            item -> {
              if (!(item instanceof Response.View view)) {
                return CompletableFuture.completedFuture(Callback.otherwise(item));
              }
              if (caller instanceof Caller.OfProcess reader
                  && !view.body().path("owner").asText().equals(reader.token().process())) {
                return own(id, reader.token());
              }
              return gateway
                  .listing(ProcessRoutes.TYPES)
                  .thenCompose(
                      names -> {
                        var holders = new TreeSet<>(names.keySet()).tailSet(after, false);
                        return new Page(id, limit).read(List.copyOf(holders), 0);
                      });
            });
  }

  private CompletionStage<Answer> own(String id, Token token) {
    return gateway
        .read(Address.process(token.process()), new Query.RightsHeld(token.id()))
        .thenApply(
            held ->
                Callback.view(
                    held,
                    view -> {
                      ObjectNode some = JsonNodeFactory.instance.objectNode();
                      add(some.putArray("rights"), id, token.process(), view.body());
                      return Answer.ok(some);
                    }));
  }

  private static void add(ArrayNode rights, String id, String holder, JsonNode held) {
    for (JsonNode right : held.path("rights")) {
      if (mentions(right.path("complements"), id)) {
        rights.add(((ObjectNode) right.deepCopy()).put("holder", holder));
      }
    }
  }

  private static boolean mentions(JsonNode node, String id) {
    if (node.isTextual()) return node.textValue().equals(id);
    for (JsonNode part : node) if (mentions(part, id)) return true;
    return false;
  }

  /** One page on its way. */
  private final class Page {
    private final String item;
    private final int limit;
    private final ObjectNode page = JsonNodeFactory.instance.objectNode();
    private final ArrayNode rights = page.putArray("rights");

    Page(String item, int limit) {
      this.item = item;
      this.limit = limit;
    }

    /** A holder's Rights are never parted: the page may be longer by those of the last one. */
    CompletionStage<Answer> read(List<String> holders, int from) {
      if (from >= holders.size()) return CompletableFuture.completedFuture(Answer.ok(page));
      if (rights.size() >= limit || from >= ASKED_AT_MOST) {
        page.put("next", holders.get(from - 1));
        return CompletableFuture.completedFuture(Answer.ok(page));
      }
      int end = Math.min(holders.size(), from + Math.min(AT_ONCE, limit - rights.size()));
      List<CompletableFuture<Response>> reads = new ArrayList<>();
      for (String holder : holders.subList(from, end)) {
        reads.add(
            gateway
                .read(Address.process(holder), new Query.RightsHeld(null))
                .toCompletableFuture());
      }
      return CompletableFuture.allOf(reads.toArray(new CompletableFuture<?>[0]))
          .thenCompose(
              all -> {
                for (int i = from; i < end; i++) {
                  Response held = reads.get(i - from).join();
                  if (held instanceof Response.View view) {
                    add(rights, item, holders.get(i), view.body());
                  } else if (!isUnborn(held)) { // a list without a holder would not be all
                    return CompletableFuture.completedFuture(Callback.otherwise(held));
                  }
                }
                return read(holders, end);
              });
    }
  }

  /** Its name is claimed, and its Registration still on the way. */
  private static boolean isUnborn(Response response) {
    return response instanceof Response.Refused refused
        && refused.status().reason() == Reason.INC_ID;
  }
}
