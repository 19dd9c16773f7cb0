package org.mmm.edge;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * The web Device: a page at which a human registers, walks about and talks, by the MMM-API and the
 * live edge alone. Its files are on the class path, in {@code org/mmm/device}; three.js and what
 * reads models with it come from its webjar.
 */
final class DevicePages {
  private static final String OWN = "/org/mmm/device/";
  private static final List<String> SCRIPTS =
      List.of(
          "actions.js",
          "api.js",
          "app.js",
          "dom.js",
          "frames.js",
          "inbox.js",
          "items.js",
          "lists.js",
          "live.js",
          "models.js",
          "muted.js",
          "pauses.js",
          "personae.js",
          "place.js",
          "playback.js",
          "recording.js",
          "scene.js",
          "session.js",
          "steer.js",
          "visit.js",
          "walker.js");
  private static final List<String> DRAWING = List.of("three.core.min.js", "three.module.min.js");
  private static final List<String> LOADING =
      List.of("loaders/GLTFLoader.js", "utils/BufferGeometryUtils.js", "utils/SkeletonUtils.js");
  private static final List<String> FIGURES = List.of("robot.glb", "pawn.glb", "penguin.glb");

  /** The models that a Persona can have without an upload, as an Item names them. */
  static final List<String> SAMPLES = FIGURES.stream().map(name -> "/device/" + name).toList();

  private final LiveUrl live;
  private final PageFile home;
  private final Map<String, PageFile> files = new LinkedHashMap<>();

  /**
   * @param live where the page may open its live socket
   */
  DevicePages(LiveUrl live) {
    this.live = live;
    home = PageFile.of(OWN + "index.html");
    files.put("device.css", PageFile.of(OWN + "device.css"));
    for (String script : SCRIPTS) files.put(script, PageFile.of(OWN + script));
    for (String name : FIGURES) files.put(name, PageFile.of(OWN + name));
    String three = WebJars.directory("org.webjars.npm", "three");
    for (String script : DRAWING) files.put(script, PageFile.of(three + "build/" + script));
    for (String script : LOADING) {
      files.put(
          script.substring(script.indexOf('/') + 1),
          PageFile.of(three + "examples/jsm/" + script, DevicePages::besideTheOthers));
    }
  }

  List<Endpoint> endpoints() {
    return List.of(
        page("/", "home", "the web Device", in -> done(given(home, in))),
        page("/device/{file}", "device-file", "a file of the web Device", in -> done(found(in))));
  }

  private Answer found(Exchange in) {
    PageFile file = files.get(in.inPath("file"));
    if (file == null) {
      throw new Refusal(
          "route", Answer.error(404, "IncID", "there is nothing at /device/" + in.inPath("file")));
    }
    return given(file, in);
  }

  private Answer given(PageFile file, Exchange in) {
    return file.answer(in, policy(in));
  }

  /**
   * Nothing from elsewhere, nothing inline, no frames; the live edge is at a port of its own. What
   * reads a model unpacks the images in it by fetching a blob: of its own making; nobody else can
   * make one.
   */
  private String policy(Exchange in) {
    URI socket = URI.create(live.seenFrom(in));
    return Pages.POLICY.replace(
        "connect-src 'self'",
        "connect-src 'self' blob: " + socket.getScheme() + "://" + socket.getRawAuthority());
  }

  private static Endpoint page(String path, String id, String summary, Endpoint.Handler handler) {
    return new Endpoint(
        "GET",
        path,
        Endpoint.Doc.of("pages", id, summary, Endpoint.Access.OPEN).answers("", 404),
        handler);
  }

  private static CompletionStage<Answer> done(Answer answer) {
    return CompletableFuture.completedFuture(answer);
  }

  /**
   * Those scripts import by names that a page would have to explain in a script of its own, which
   * the policy forbids; they are told the names under which the files are served here.
   */
  private static String besideTheOthers(String script) {
    return script
        .replace("from 'three'", "from \"./three.module.min.js\"")
        .replaceAll("from '\\.\\./utils/(\\w+\\.js)'", "from \"./$1\"");
  }
}
