package org.mmm.edge;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** The documentation of the API for people, all from this program alone. */
final class Pages {
  /** Nothing from elsewhere, nothing inline, no frames. */
  static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
          + " connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  private static final Map<String, String> ASSETS =
      Map.of(
          "swagger-ui.css", "text/css; charset=utf-8",
          "swagger-ui-bundle.js", "text/javascript; charset=utf-8");
  private static final String HTML = "text/html; charset=utf-8";

  private final String library = WebJars.directory("org.webjars", "swagger-ui");

  List<Endpoint> endpoints() {
    return List.of(
        page("/docs", "docs", "documentation of the API", in -> done(Answer.text(HTML, DOCS))),
        page(
            "/docs/{file}",
            "docs-file",
            "a file of the documentation",
            in -> done(file(in.inPath("file")))));
  }

  private Answer file(String name) {
    if (name.equals("start.js")) return Answer.text("text/javascript; charset=utf-8", START);
    String type = ASSETS.get(name);
    try (InputStream in = type == null ? null : Pages.class.getResourceAsStream(library + name)) {
      if (in != null && type != null) return new Answer(200, type, in.readAllBytes(), Map.of());
    } catch (IOException e) {
      throw new IllegalStateException("cannot read " + name + " of the documentation", e);
    }
    throw new Refusal("route", Answer.error(404, "IncID", "there is nothing at /docs/" + name));
  }

  private static Endpoint page(String path, String id, String summary, Endpoint.Handler handler) {
    return new Endpoint(
        "GET",
        path,
        Endpoint.Doc.of("pages", id, summary, Endpoint.Access.OPEN).answers("", 404),
        in -> handler.handle(in).thenApply(a -> a.with("Content-Security-Policy", POLICY)));
  }

  private static CompletableFuture<Answer> done(Answer answer) {
    return CompletableFuture.completedFuture(answer);
  }

  private static final String DOCS =
      """
      <!doctype html>
      <html lang="en">
      <meta charset="utf-8">
      <title>MMM-API</title>
      <link rel="stylesheet" href="/docs/swagger-ui.css">
      <div id="api"></div>
      <script src="/docs/swagger-ui-bundle.js"></script>
      <script src="/docs/start.js"></script>
      </html>
      """;

  private static final String START =
      """
      window.ui = SwaggerUIBundle({
        url: "/openapi.json",
        dom_id: "#api",
        deepLinking: true,
        validatorUrl: null,
        presets: [SwaggerUIBundle.presets.apis]
      });
      """;
}
