package org.mmm.edge;

import java.util.function.Function;
import org.mmm.kernel.Response;
import org.mmm.pa.Reason;

/** Turns what an entity answered to a question into an HTTP answer. */
final class Callback {
  private Callback() {}

  /** The document, as it is. */
  static Answer view(Response response) {
    return view(response, view -> Answer.ok(view.body()));
  }

  /** What {@code then} makes of the document, if there is one. */
  static Answer view(Response response, Function<Response.View, Answer> then) {
    return response instanceof Response.View view ? then.apply(view) : otherwise(response);
  }

  static Answer otherwise(Response response) {
    if (response instanceof Response.Refused refused) return Answer.refused(refused.status());
    if (response instanceof Response.BadToken) {
      return Answer.unauthenticated("the Process takes this token no more; get a new one");
    }
    if (response instanceof Response.Throttled t) {
      return Answer.tooOften(t.detail(), (t.retryAfterMillis() + 999) / 1_000);
    }
    return Answer.error(Reason.UNKNOWN, "the entity answered with something else");
  }
}
