package org.mmm.edge;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Pages for people: links, and the documentation of the API, all from this program alone. */
final class Pages {
  /** Nothing from elsewhere, nothing inline, no frames. */
  static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
          + " connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  private static final String JAR = "/META-INF/resources/webjars/swagger-ui/";
  private static final Map<String, String> ASSETS =
      Map.of(
          "swagger-ui.css", "text/css; charset=utf-8",
          "swagger-ui-bundle.js", "text/javascript; charset=utf-8");
  private static final String HTML = "text/html; charset=utf-8";

  private final String version;

  /**
   * @param version of the documentation's library, as the class path has it
   */
  Pages(String version) {
    this.version = version;
  }

  List<Endpoint> endpoints() {
    return List.of(
        page("/docs", "docs", "documentation of the API", in -> done(Answer.text(HTML, DOCS))),
        page(
            "/docs/{file}",
            "docs-file",
            "a file of the documentation",
            in -> done(file(in.inPath("file")))));
  }

  static Answer home() {
    return Answer.text(HTML, HOME).with("Content-Security-Policy", POLICY);
  }

  private Answer file(String name) {
    if (name.equals("start.js")) return Answer.text("text/javascript; charset=utf-8", START);
    String type = ASSETS.get(name);
    try (InputStream in =
        type == null ? null : Pages.class.getResourceAsStream(JAR + version + "/" + name)) {
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

  private static final String HOME =
      """
      <!doctype html>
      <html lang="en">
      <meta charset="utf-8">
      <title>MMM Runtime</title>
      <h1>MMM Runtime</h1>
      <ul>
      <li><a href="/docs">Documentation of the MMM-API</a>
      <li><a href="/openapi.json">The same for programs: OpenAPI 3.1</a>
      <li><a href="/api/v2.2/m-instance/capabilities">What this M-Instance can do</a>
      <li><a href="/health/ready">Whether this node is ready</a>
      <li><a href="/metrics">Figures of this node</a>
      </ul>
      </html>
      """;

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
