package org.mmm.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.mmm.client.ApiAnswer;
import org.mmm.client.ApiRequest;
import org.mmm.client.ExitCode;
import org.mmm.client.Failure;

/**
 * Those a command may read as. Who sees an Item differs from Item to Item, so they are asked in
 * turn: the Processes of the newest run (User1 before User2), then the operator, then others.
 */
final class Readers {
  /** So many are asked at most. */
  static final int MOST = 16;

  /**
   * One of them.
   *
   * @param process its ID; empty for the operator, and for nobody
   * @param token null to read as nobody
   */
  record Reader(String process, @Nullable String token) {}

  private final Session session;
  private final List<Reader> readers;

  private Readers(Session session, List<Reader> readers) {
    this.session = session;
    this.readers = readers;
  }

  /**
   * @param named the one to read as, and no other; null for all
   */
  static Readers of(Session session, @Nullable String named) {
    if (named != null) {
      String id = Runs.id(session, named);
      return new Readers(session, List.of(new Reader(id, session.tokenOf(id))));
    }
    Map<String, String> known = session.tokens().all(session.context());
    Map<String, Reader> all = new LinkedHashMap<>();
    Runs.newest(session)
        .ifPresent(
            run ->
                inOrder(run.names()).stream()
                    .flatMap(name -> run.binding(name).stream())
                    .filter(known::containsKey)
                    .forEach(id -> all.put(id, new Reader(id, known.get(id)))));
    session.operatorToken().ifPresent(token -> all.put("", new Reader("", token)));
    known.forEach((id, token) -> all.putIfAbsent(id, new Reader(id, token)));
    List<Reader> some = all.values().stream().limit(MOST).toList();
    return new Readers(session, some.isEmpty() ? List.of(new Reader("", null)) : some);
  }

  /** The same, asking that Process first if its token is known. */
  Readers first(String process) {
    Optional<String> token = session.tokens().of(session.context(), process);
    if (token.isEmpty() || readers.size() == 1) {
      return this;
    }
    List<Reader> all = new ArrayList<>(List.of(new Reader(process, token.get())));
    readers.stream().filter(r -> !r.process().equals(process)).forEach(all::add);
    return new Readers(session, all);
  }

  List<Reader> all() {
    return readers;
  }

  /**
   * What the first of them is told who may.
   *
   * @param what how messages call it
   */
  JsonNode read(String what, String path) {
    return ask(what, reader -> ApiRequest.get(path, reader.token())).body();
  }

  /**
   * The first success.
   *
   * @throws Failure as the first of them was refused, when all are
   */
  ApiAnswer ask(String what, Function<Reader, ApiRequest> request) {
    ApiAnswer refusal = null;
    for (Reader reader : readers) {
      ApiAnswer answer = session.api().call(request.apply(reader));
      if (answer.ok() || !dependsOnReader(answer)) {
        return answer.orFail(what);
      }
      refusal = refusal == null || moreTelling(answer, refusal) ? answer : refusal;
    }
    if (refusal == null) {
      throw new IllegalStateException("there is always a reader");
    }
    if (refusal.status() == 403 && readers.size() > 1) {
      throw new Failure(
          ExitCode.REFUSED,
          what + ": " + refusal.reason() + "; name one who may with --as PROCESS");
    }
    return refusal.orFail(what);
  }

  /** Users first, and 2 before 10. */
  private static List<String> inOrder(Set<String> names) {
    return names.stream()
        .sorted(
            Comparator.comparing((String name) -> !name.startsWith("User"))
                .thenComparing(String::length)
                .thenComparing(Comparator.naturalOrder()))
        .toList();
  }

  private static boolean dependsOnReader(ApiAnswer answer) {
    return Set.of(401, 403, 404).contains(answer.status());
  }

  /** A refusal for Rights tells that the thing is there. */
  private static boolean moreTelling(ApiAnswer answer, ApiAnswer than) {
    return answer.status() == 403 && than.status() != 403;
  }
}
