package org.mmm.edge;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.mmm.action.Action;
import org.mmm.action.Edition;
import org.mmm.gateway.Gateway;
import org.mmm.gateway.Submission;
import org.mmm.kernel.Ambient;
import org.mmm.kernel.Response;
import org.mmm.pa.ProcessAction;

/** Every Action of both editions, at the path that the Action table gives it. */
final class ActionRoutes {
  private static final String KEY = "Idempotency-Key";

  /** So many that nobody else makes the same key. */
  private static final int KEY_BYTES = 16;

  private final Gateway gateway;
  private final Callers callers;
  private final Registration registration;
  private final EdgeMeters meters;
  private final Ambient ambient;

  ActionRoutes(
      Gateway gateway,
      Callers callers,
      Registration registration,
      EdgeMeters meters,
      Ambient ambient) {
    this.gateway = gateway;
    this.callers = callers;
    this.registration = registration;
    this.meters = meters;
    this.ambient = ambient;
  }

  List<Endpoint> endpoints() {
    List<Endpoint> all = new ArrayList<>();
    for (Edition edition : List.of(Edition.TEC_2_2, Edition.ARC_1_2)) {
      for (Action action : Action.values()) {
        action.path(edition).ifPresent(path -> all.add(endpoint(action, edition, path)));
      }
    }
    return all;
  }

  private Endpoint endpoint(Action action, Edition edition, String path) {
    boolean register = action == Action.REGISTER;
    var doc =
        Endpoint.Doc.of(
                edition.title() + ": " + action.segment(),
                path.replaceAll("[^A-Za-z0-9]+", "-"),
                action.nameIn(edition) + ": " + action.purpose(),
                register ? Endpoint.Access.OPEN : Endpoint.Access.PROCESS)
            .body("Request")
            .answers("Reply", 201, 402, 403, 404, 409, 415, 422, 504);
    return new Endpoint("POST", "/api/" + path, doc, in -> perform(in, action, edition));
  }

  private CompletionStage<Answer> perform(Exchange in, Action action, Edition edition) {
    Optional<String> given = key(in);
    String key = given.orElseGet(this::newKey);
    CompletionStage<Answer> answer = perform(in, key, action, edition);
    return given.isPresent() ? answer : answer.thenApply(a -> a.with(KEY, key));
  }

  private CompletionStage<Answer> perform(Exchange in, String key, Action action, Edition edition) {
    Optional<Token> token =
        action == Action.REGISTER ? Optional.empty() : Optional.of(callers.process(in));
    ProcessAction sentence = Sentences.read(in.object(), action, edition);
    token.ifPresent(t -> mustBe(t, sentence));
    boolean dryRun = in.header("MMM-Dry-Run").map(Boolean::parseBoolean).orElse(false);
    if (token.isEmpty()) {
      return registration.register(in, new Submission(key, sentence, dryRun, null, null));
    }
    long began = System.nanoTime();
    return gateway
        .perform(new Submission(key, sentence, dryRun, token.get().id(), null))
        .thenApply(
            response -> {
              meters.answered(action, response, System.nanoTime() - began);
              return answer(response, dryRun);
            });
  }

  static Answer answer(Response response, boolean dryRun) {
    return response instanceof Response.Performed performed
        ? ReplyJson.answer(performed, dryRun)
        : Callback.otherwise(response);
  }

  private static void mustBe(Token token, ProcessAction sentence) {
    if (!token.process().equals(sentence.source())) {
      throw Refusal.rights(
          "the token is of "
              + token.process()
              + ", and sourceProcessID is "
              + sentence.source()
              + "; use the token of the Process that asks");
    }
  }

  private static Optional<String> key(Exchange in) {
    Optional<String> key = in.header(KEY);
    if (key.isEmpty() || isKey(key.get())) return key;
    throw Refusal.syntax(
        KEY
            + " must be 1 to "
            + Submission.LONGEST_KEY
            + " printable ASCII characters without blanks");
  }

  private static boolean isKey(String key) {
    boolean printable = key.chars().allMatch(c -> c > 32 && c < 127);
    return !key.isEmpty() && key.length() <= Submission.LONGEST_KEY && printable;
  }

  /** For who gives none: so that the edge can send again what it does not know to have arrived. */
  private String newKey() {
    return "edge-" + Secrets.text(ambient.random(KEY_BYTES));
  }
}
