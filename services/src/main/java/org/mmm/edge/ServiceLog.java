package org.mmm.edge;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.pattern.Patterns;
import org.apache.pekko.stream.javadsl.Source;
import org.mmm.action.MmmService;
import org.mmm.kernel.Address;
import org.mmm.kernel.Hlc;
import org.mmm.kernel.Query;
import org.mmm.kernel.Response;
import org.mmm.pa.PaStatus;
import org.mmm.pa.Reason;

/**
 * The log of a Service, merged from those of all its entities in the order of the hybrid time. A
 * page is the first entries after a time, of all of them: each part is asked, and read from the
 * journal where it has forgotten them; what is held is one page, however many parts there are.
 *
 * <p>Nothing is missed by going on after the last time of a page. Whoever is asked has a clock that
 * is later than the question, so what it decides afterwards is later too; and entries later than
 * the question are left to the next page.
 */
final class ServiceLog {
  /** So many entities are asked at the same time. */
  private static final int AT_ONCE = 16;

  /** More entities than that are not merged: each of them costs every page a question. */
  private static final int PARTS_AT_MOST = 100_000;

  /** What an entity keeps in memory is less than this. */
  private static final int TAIL = 1_000;

  private static final Duration AGAIN_AFTER = Duration.ofSeconds(1);

  private final Support support;

  ServiceLog(Support support) {
    this.support = support;
  }

  /**
   * @param after a time as an earlier page gave it; empty for the beginning
   * @param patience how long the answer may wait for a first entry
   */
  CompletionStage<Answer> page(MmmService service, String after, int limit, Duration patience) {
    Hlc since = after.isEmpty() ? Hlc.ZERO : time(after);
    return merged(service, since, limit)
        .thenCompose(
            page -> {
              if (!page.isEmpty() || patience.isZero()) {
                return CompletableFuture.completedFuture(page.answer());
              }
              Duration pause = AGAIN_AFTER.compareTo(patience) < 0 ? AGAIN_AFTER : patience;
              return Patterns.after(
                  pause,
                  support.system().classicSystem(),
                  () -> page(service, since.toString(), limit, patience.minus(pause)));
            });
  }

  private CompletionStage<LogMerge> merged(MmmService service, Hlc since, int limit) {
    Hlc until = support.ambient().moment().hlc();
    return support
        .node()
        .written(Address.Kind.SERVICE, service.name() + "/", PARTS_AT_MOST + 1)
        .thenCompose(
            parts -> {
              if (parts.size() > PARTS_AT_MOST) throw tooMany(service);
              return Source.from(parts)
                  .mapAsync(AT_ONCE, part -> entries(part, since, limit))
                  .runFold(new LogMerge(since, until, limit), LogMerge::with, support.system());
            });
  }

  /** What that entity has after that time, from its memory or else from the journal. */
  private CompletionStage<List<JsonNode>> entries(Address part, Hlc since, int limit) {
    return support
        .gateway()
        .read(part, new Query.Activity(0, TAIL, false, null))
        .thenCompose(
            response -> {
              if (!(response instanceof Response.View view)) throw silent(part, response);
              List<JsonNode> tail = LogMerge.list(view.body());
              boolean enough =
                  view.body().path("complete").asBoolean()
                      || (!tail.isEmpty() && LogMerge.time(tail.get(0)).compareTo(since) <= 0);
              if (enough) {
                return CompletableFuture.completedFuture(tail);
              }
              return support
                  .node()
                  .oldActivity(part, since, limit)
                  .thenApply(old -> LogMerge.continued(LogMerge.list(old), tail, limit));
            });
  }

  private static Refusal tooMany(MmmService service) {
    return new Refusal(
        "size",
        Answer.error(
            Reason.UNABLE,
            service.name()
                + " has more than "
                + PARTS_AT_MOST
                + " parts: read their Processes' logs"));
  }

  /** A page without the entries of one part would hide them for good. */
  private static Refusal silent(Address part, Response response) {
    PaStatus.Err status =
        response instanceof Response.Refused refused
            ? refused.status()
            : new PaStatus.Err(Reason.UNABLE, part + " does not tell its log");
    return new Refusal("failure", Answer.refused(status));
  }

  private static Hlc time(String text) {
    if (!text.matches("[0-9]{1,15}\\.[0-9]{1,9}")) {
      throw Refusal.syntax("after must be a time as \"next\" gave it, was " + text);
    }
    return Hlc.parse(text);
  }
}
