package org.mmm.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.mmm.kernel.Ambient;

/** A whole node in the world of two friends, with what a test says to it over sockets. */
final class LiveNode implements AutoCloseable {
  private final Path data;
  private final Node node;
  private final Client client;
  private final Client operatorClient;
  private final Map<String, String> tokens = new HashMap<>();

  private LiveNode(Path data, Node node, Client client) {
    this.data = data;
    this.node = node;
    this.client = client;
    this.operatorClient = new Client(node.operatorUrl());
  }

  /**
   * Starts it, on new data or on old.
   *
   * @param words further words of the command line
   */
  static LiveNode start(Path data, String... words) {
    return start(data, Clock.systemUTC(), words);
  }

  /** The same with a clock of one's own. */
  static LiveNode start(Path data, Clock clock, String... words) {
    List<String> all =
        new ArrayList<>(List.of("--data", data.toString(), "--port", "0", "--world"));
    all.add("friends-meet");
    all.addAll(List.of(words));
    Node node = Node.start(Arguments.of(all), new Ambient(clock));
    return new LiveNode(data, node, new Client(node.url()));
  }

  /** A file of settings, for {@code --config}. */
  static String settings(Path directory, String... lines) throws IOException {
    Path file = Files.createTempFile(directory, "settings", ".conf");
    return Files.writeString(file, String.join("\n", lines) + "\n").toString();
  }

  Client client() {
    return client;
  }

  /** Speaks with its Operator API. */
  Client operatorClient() {
    return operatorClient;
  }

  String url() {
    return node.url();
  }

  String operator() throws IOException {
    return Files.readString(data.resolve("operator.token")).strip();
  }

  /** A token of a Process: of the world, or of a human who has registered here. */
  String token(String process) throws IOException, InterruptedException {
    if (tokens.containsKey(process)) return Objects.requireNonNull(tokens.get(process));
    String body = "{\"processID\":\"" + process + "\"}";
    var answer = client.send("POST", "/api/token", operator(), "", body);
    assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
    tokens.put(process, answer.json().path("token").asText());
    return Objects.requireNonNull(tokens.get(process));
  }

  /** Who was here before the node was started again has the same tokens. */
  void knowWhoseTokens(LiveNode before) {
    tokens.putAll(before.tokens);
  }

  /** Registers a human with one User of that ID, and a Persona called after it. */
  Client.Answer register(String user) throws IOException, InterruptedException {
    String profile =
        """
        {"Header": "MMM-PPR-V2.2", "PersonalProfile": {"Data": [{"FirstName": "Anna"}],
         "Processes": [{"ProcessIDOrProcess": [{"ProcessID": "%s"}],
                        "PersonaIDOrPersona": [{"PersonaID": "%s-Persona"}]}]}}\
        """
            .formatted(user, user);
    var answer =
        client.act(
            "v2.2/identity/register",
            "",
            "register-" + user,
            "{\"sourceProcessID\":\"human of %s\",\"complements\":{\"With\":[%s]}}"
                .formatted(user, profile));
    assertThat(answer.status()).as(answer.response().body()).isEqualTo(201);
    for (String pair : answer.header("MMM-Tokens").split(",")) {
      int at = pair.indexOf('=');
      tokens.put(pair.substring(0, at), pair.substring(at + 1));
    }
    return answer;
  }

  /** Has a Process Action of V2.2 performed; the complements as JSON. */
  Client.Answer does(String process, String path, String key, String complements)
      throws IOException, InterruptedException {
    return client.act(
        "v2.2/" + path,
        token(process),
        key,
        "{\"sourceProcessID\":\"%s\",\"complements\":%s}".formatted(process, complements));
  }

  /** Sends a new Message that says so; its key is the text. */
  Client.Answer says(String from, String to, String text) throws IOException, InterruptedException {
    return does(from, "communicate/mm-send", text.replace(' ', '-'), saying(to, text));
  }

  /** The complements of a new Message that says so. */
  static String saying(String to, String text) {
    return """
    {"Nil": "%s", "To": "%s",
     "With": [{"Header": "MMM-MSG-V2.2", "MessageData": [{"MessageData": "%s"}]}]}\
    """
        .formatted("Message-" + text.replaceAll("[^A-Za-z0-9]", "-"), to, text);
  }

  /** A Process Action template with one slot, such as {@code "ToItem": "Room1"}. */
  static String template(String id, String verb, String slot, String value) {
    return """
    {"Header": "MMM-PAC-V2.2", "MInstanceID": "MI1", "ProcessActionID": "%s", "Action": "%s",
     "RQ-Complements": [{"%s": "%s"}], "PAStatus": []}\
    """
        .formatted(id, verb, slot, value);
  }

  /** Rights by a template. */
  static String rights(String id, String verb, String template) {
    return """
    {"Header": "MMM-RGT-V2.2", "RightsID": "%s",
     "RightsData": [{"DeonticVerb": "%s", "Level": "Granted",
                     "PAIDOrPA": [{"ProcessActionID": "%s", "Status": "Model"}]}]}\
    """
        .formatted(id, verb, template);
  }

  @Override
  public void close() {
    node.close();
  }
}
