package org.mmm.edge;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.mmm.action.Action;
import org.mmm.action.Edition;
import org.mmm.gateway.Gateway;
import org.mmm.gateway.Submission;
import org.mmm.kernel.Response;
import org.mmm.pa.ProcessAction;

/** Every Action of both editions, at the path that the Action table gives it. */
final class ActionRoutes {
  private final Gateway gateway;
  private final Callers callers;
  private final Registration registration;
  private final EdgeMeters meters;

  ActionRoutes(Gateway gateway, Callers callers, Registration registration, EdgeMeters meters) {
    this.gateway = gateway;
    this.callers = callers;
    this.registration = registration;
    this.meters = meters;
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
    String key = key(in);
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

  /** What tells a repetition from another request. */
  static String key(Exchange in) {
    String key =
        in.header("Idempotency-Key")
            .orElseThrow(
                () ->
                    Refusal.syntax(
                        "the header Idempotency-Key is missing: give each request one of its own,"
                            + " and the same one when you repeat it"));
    boolean printable = key.chars().allMatch(c -> c > 32 && c < 127);
    if (key.isEmpty() || key.length() > Submission.LONGEST_KEY || !printable) {
      throw Refusal.syntax(
          "Idempotency-Key must be 1 to "
              + Submission.LONGEST_KEY
              + " printable ASCII characters without blanks");
    }
    return key;
  }
}
