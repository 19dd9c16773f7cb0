package org.mmm.smallnode;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import org.mmm.client.Json;

/**
 * A real HTTP server that speaks as much of the MMM-API as a client needs to be tested: it
 * registers, acknowledges, refuses what it is told to, keeps an activity log, places Items, and
 * answers a repeated key with its first answer. It decides nothing about Rights.
 */
public final class SmallNode implements AutoCloseable {
  /** One request that arrived. */
  public record Seen(String path, String key, String bearer, boolean dryRun, JsonNode body) {
    public String action() {
      return body.path("action").asText();
    }

    public JsonNode complements() {
      return body.path("complements");
    }
  }

  /** What to do with the next requests instead of answering them. */
  public enum Trouble {
    NONE,
    UNABLE,
    OVERLOADED,
    UNKNOWN,
    CUT_BEFORE,
    CUT_AFTER
  }

  private record Refusal(Predicate<Seen> which, int status, String code, String detail) {}

  private final HttpServer server;
  private final List<Seen> seen = new CopyOnWriteArrayList<>();
  private final List<ObjectNode> log = new CopyOnWriteArrayList<>();
  private final List<Refusal> refusals = new CopyOnWriteArrayList<>();
  private final Deque<Trouble> troubles = new ArrayDeque<>();
  private final Map<String, ObjectNode> answers = new ConcurrentHashMap<>();
  private final Map<String, ObjectNode> items = new ConcurrentHashMap<>();
  private int performed;

  public SmallNode() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newCachedThreadPool(SmallNode::daemon));
    server.createContext("/", this::handle);
    server.start();
  }

  public URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  public List<Seen> seen() {
    return seen;
  }

  /** The requests for one Action, by its name. */
  public List<Seen> seen(String action) {
    return seen.stream().filter(one -> one.action().equals(action)).toList();
  }

  /** How many Process Actions took effect; a repeated key does not count again. */
  public synchronized int performed() {
    return performed;
  }

  public void refuse(Predicate<Seen> which, int status, String code, String detail) {
    refusals.add(new Refusal(which, status, code, detail));
  }

  public synchronized void trouble(Trouble... next) {
    troubles.addAll(List.of(next));
  }

  /** Adds an entry to the activity log, as if another Process had acted. */
  public void logs(ObjectNode entry) {
    log.add(
        entry
            .put("position", String.valueOf(log.size() + 1))
            .put("began", Instant.now().toString()));
  }

  public void item(String id, ObjectNode state) {
    items.put(id, state);
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void handle(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    byte[] body = exchange.getRequestBody().readAllBytes();
    if (exchange.getRequestMethod().equals("POST") && path.startsWith("/api/v")) {
      act(exchange, path, Json.mapper().readTree(body));
    } else {
      read(exchange, path);
    }
  }

  private void act(HttpExchange exchange, String path, JsonNode body) throws IOException {
    Seen request =
        new Seen(
            path,
            header(exchange, "Idempotency-Key"),
            header(exchange, "Authorization"),
            header(exchange, "MMM-Dry-Run").equals("true"),
            body);
    seen.add(request);
    Trouble trouble = nextTrouble();
    if (trouble == null) {
      trouble = Trouble.NONE;
    }
    switch (trouble) {
      case NONE -> answer(exchange, perform(request));
      case CUT_BEFORE -> exchange.close();
      case CUT_AFTER -> {
        perform(request);
        exchange.close();
      }
      case UNABLE -> answer(exchange, status(503, "Unable", "no journal"));
      case OVERLOADED -> answer(exchange, status(429, "Unable", "too many requests"));
      case UNKNOWN -> {
        perform(request);
        answer(exchange, status(504, "Unknown", "ask again"));
      }
    }
  }

  private synchronized Trouble nextTrouble() {
    return troubles.poll();
  }

  private synchronized ObjectNode perform(Seen request) {
    ObjectNode before = answers.get(request.key());
    if (before != null) {
      return before;
    }
    for (Refusal refusal : refusals) {
      if (refusal.which().test(request)) {
        ObjectNode refused = status(refusal.status(), refusal.code(), refusal.detail());
        if (!request.dryRun()) {
          answers.put(request.key(), refused);
        }
        return derived(refused, "refused");
      }
    }
    if (request.dryRun()) {
      return derived(status(200, "Ack", null), "permitted");
    }
    performed++;
    ObjectNode done = effect(request);
    answers.put(request.key(), done);
    return done;
  }

  private ObjectNode effect(Seen request) {
    ObjectNode done = status(200, "Ack", null);
    String id = "PA-" + request.key();
    done.put("processActionID", id).put("destinationProcessID", "Service");
    ObjectNode entry = Json.object();
    entry.put("processActionID", id).put("status", "Ack").put("action", request.action());
    entry.put("source", request.body().path("sourceProcessID").asText());
    entry.set("complements", request.complements());
    logs(entry);
    ObjectNode out = done.putObject("complements");
    switch (request.action()) {
      case "Register" -> register(request, done, out);
      case "Author", "Identify" -> out.put("Nil", request.action() + "ed-" + performed);
      case "UM-Capture" -> out.put("Nil", request.complements().path("Nil").asText());
      case "Discover" -> out.putArray("With").add("Parcel-" + performed);
      case "MM-Embed", "MM-Add", "MM-Move" -> place(request);
      default -> out.put("Nil", request.complements().path("Nil").asText());
    }
    return done;
  }

  private void place(Seen request) {
    JsonNode complements = request.complements();
    String at = complements.path(complements.has("At") ? "At" : "To").asText();
    ObjectNode state = Json.object().put("owner", request.body().path("sourceProcessID").asText());
    state.putObject("place").put("at", at);
    items.put(complements.path("Nil").asText(), state);
  }

  private static void register(Seen request, ObjectNode done, ObjectNode out) {
    String human = request.body().path("sourceProcessID").asText();
    out.put("Nil", "Account-" + human);
    ArrayNode processes =
        out.putArray("With").addObject().put("Header", "MMM-ACC-V2.2").putArray("Processes");
    ObjectNode user = processes.addObject().put("ProcessID", "User-" + human);
    user.put("ProcessType", "User").putArray("Personae").addObject().put("PersonaID", "P-" + human);
    processes.addObject().put("ProcessID", "Device-" + human).put("ProcessType", "Device");
    done.put("tokens", "User-" + human + "=tu-" + human + ",Device-" + human + "=td-" + human);
  }

  private void read(HttpExchange exchange, String path) throws IOException {
    if (path.endsWith("/activity")) {
      String query = String.valueOf(exchange.getRequestURI().getQuery());
      answer(exchange, activity(query));
    } else if (path.startsWith("/api/v2.2/items/")) {
      ObjectNode item = items.get(path.substring("/api/v2.2/items/".length()));
      answer(exchange, item == null ? status(404, "IncID", "no such Item") : item.put("http", 200));
    } else if (path.equals("/api/v2.2/items")) {
      ObjectNode listing = Json.object().put("http", 200);
      ArrayNode all = listing.putArray("items");
      items.forEach((id, state) -> all.add(state.deepCopy().put("itemID", id)));
      answer(exchange, listing);
    } else if (path.equals("/health/ready")) {
      answer(exchange, Json.object().put("http", 200).put("ready", true));
    } else {
      answer(exchange, status(404, "IncID", "nothing at " + path));
    }
  }

  /** All entries after the position; it does not wait, as the client must cope with that too. */
  private ObjectNode activity(String query) {
    int after = 0;
    for (String pair : query.split("&", -1)) {
      if (pair.startsWith("after=")) {
        after = Integer.parseInt(pair.substring("after=".length()));
      }
    }
    ObjectNode page = Json.object().put("http", 200);
    ArrayNode entries = page.putArray("entries");
    List<ObjectNode> all = List.copyOf(log);
    all.subList(Math.min(after, all.size()), all.size()).forEach(entries::add);
    return page.put("next", String.valueOf(all.size()));
  }

  private static ObjectNode status(int http, String code, String detail) {
    ObjectNode answer = Json.object().put("http", http);
    ObjectNode status = answer.putObject("paStatus").put("code", code);
    if (detail != null) {
      status.put("detail", detail);
    }
    return answer;
  }

  private static ObjectNode derived(ObjectNode answer, String decision) {
    answer
        .putArray("derivation")
        .addObject()
        .put("entity", "Room1")
        .put("decision", decision)
        .put("sentence", "the owner granted it, or not");
    return answer;
  }

  private static void answer(HttpExchange exchange, ObjectNode told) throws IOException {
    ObjectNode body = told.deepCopy();
    int http = body.remove("http").asInt();
    JsonNode tokens = body.remove("tokens");
    if (tokens != null) {
      exchange.getResponseHeaders().add("MMM-Tokens", tokens.asText());
    }
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    byte[] bytes = Json.mapper().writeValueAsBytes(body);
    exchange.sendResponseHeaders(http, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private static String header(HttpExchange exchange, String name) {
    String value = exchange.getRequestHeaders().getFirst(name);
    return value == null ? "" : value;
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "small-node");
    thread.setDaemon(true);
    return thread;
  }
}
