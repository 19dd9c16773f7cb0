package org.mmm.cli;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.mmm.client.Api;
import org.mmm.client.ExitCode;
import org.mmm.client.Failure;
import org.mmm.client.Nodes;
import org.mmm.client.Patience;
import org.mmm.home.Context;
import org.mmm.home.Home;
import org.mmm.home.RunFiles;
import org.mmm.home.Tokens;

/**
 * One command's view of its node: where it is, and who asks there.
 *
 * @param api with the patience that the person asked for
 * @param patience that very one
 */
record Session(Home home, Context context, Api api, Patience patience) {

  /**
   * @param retryFor unless the person said how long
   * @throws Failure if the context does not exist or the URL is none
   */
  static Session open(Surroundings here, Options options, Duration retryFor) {
    Home home = here.home();
    String named = options.context;
    String name = named != null ? named : home.contexts().currentName();
    Context context = home.contexts().get(name);
    if (!options.urls.isEmpty()) {
      context = at(context, options);
    }
    return new Session(
        home, context, api(context, options.patience(retryFor)), options.patience(retryFor));
  }

  static Api api(Context context, Patience patience) {
    return new Api(Nodes.at(context.urls()), patience);
  }

  /** The Operator API of the node, or the failure that says how to name it. */
  Api operatorApi() {
    URI operator = context.operatorUrl();
    if (operator == null) {
      throw new Failure(
          ExitCode.USAGE,
          "where the operator of "
              + context.url()
              + " is served is not known; name it with 'mmm context set "
              + context.name()
              + " --operator-url http://127.0.0.1:PORT' (operatorUrl in node.json of the data"
              + " directory)");
    }
    return new Api(Nodes.at(List.of(operator)), patience);
  }

  Tokens tokens() {
    return home.tokens();
  }

  RunFiles runs() {
    return home.runs();
  }

  /** The token of that Process, or the failure that says how to get one. */
  String tokenOf(String process) {
    return tokens()
        .of(context, process)
        .or(() -> Runs.newest(this).flatMap(run -> run.token(process))) // one that went over here
        .orElseThrow(
            () ->
                new Failure(
                    ExitCode.NOT_AUTHENTICATED,
                    "no token of "
                        + process
                        + " for "
                        + context.url()
                        + "; an operator gets one with 'mmm token "
                        + process
                        + "'"));
  }

  Optional<String> operatorToken() {
    return home.operatorToken(context);
  }

  String requireOperatorToken() {
    return operatorToken()
        .orElseThrow(
            () ->
                new Failure(
                    ExitCode.NOT_AUTHENTICATED,
                    "no operator token for "
                        + context.url()
                        + "; name its file with 'mmm context set "
                        + context.name()
                        + " --operator-token DATA/operator.token'"));
  }

  private static Context at(Context context, Options options) {
    try {
      // Tokens belong to the nodes of the context, and are not sent to another.
      return options.urls.size() == 1 && context.urls().contains(options.urls.get(0))
          ? context.from(options.urls.get(0))
          : context.at(options.urls);
    } catch (IllegalArgumentException e) {
      throw new Failure(ExitCode.USAGE, String.valueOf(e.getMessage()), e);
    }
  }
}
