package org.mmm.operator;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.mmm.edge.Answer;
import org.mmm.edge.Endpoint;
import org.mmm.edge.PageFile;
import org.mmm.edge.Refusal;
import org.mmm.pa.Reason;

/**
 * The map: a page at which the operator sees the live Rooms by node. Its files say nothing of the
 * M-Instance, so that anybody may have them; what it shows it asks with the operator's token.
 */
final class MapPages {
  private static final String OWN = "/org/mmm/map/";

  /** What the web Device has too. */
  private static final String SHARED = "/org/mmm/device/";

  private final PageFile home = PageFile.of(OWN + "index.html");
  private final Map<String, PageFile> files = new LinkedHashMap<>();

  MapPages() {
    for (String own :
        List.of(
            "map.css",
            "app.js",
            "figures.js",
            "moves.js",
            "operator.js",
            "picture.js",
            "tables.js")) {
      files.put(own, PageFile.of(OWN + own));
    }
    for (String shared : List.of("dom.js", "pauses.js")) {
      files.put(shared, PageFile.of(SHARED + shared));
    }
  }

  List<Endpoint> endpoints() {
    return List.of(
        page("/map", "map", "shows the live Rooms by node", in -> done(home.answer(in))),
        page(
            "/map/{file}",
            "map-file",
            "a file of the map",
            in -> {
              String name = in.inPath("file");
              PageFile file = files.get(name);
              if (file != null) return done(file.answer(in));
              throw new Refusal(
                  "route", Answer.error(Reason.INC_ID, "there is nothing at /map/" + name));
            }));
  }

  private static Endpoint page(String path, String id, String summary, Endpoint.Handler handler) {
    return new Endpoint(
        "GET",
        path,
        Endpoint.Doc.of("pages", id, summary, Endpoint.Access.OPEN).answers("", 404),
        handler);
  }

  private static CompletableFuture<Answer> done(Answer answer) {
    return CompletableFuture.completedFuture(answer);
  }
}
