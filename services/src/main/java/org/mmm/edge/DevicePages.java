package org.mmm.edge;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * The web Device: a page at which a human registers, walks about and talks, by the MMM-API and the
 * live edge alone. Its files are on the class path, in {@code org/mmm/device}; three.js comes from
 * its webjar.
 */
final class DevicePages {
  private static final String OWN = "/org/mmm/device/";
  private static final String SCRIPT = "text/javascript; charset=utf-8";
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
          "muted.js",
          "pauses.js",
          "place.js",
          "playback.js",
          "recording.js",
          "scene.js",
          "session.js",
          "steer.js",
          "visit.js",
          "walker.js");
  private static final List<String> DRAWING = List.of("three.core.min.js", "three.module.min.js");

  private final LiveUrl live;
  private final File home;
  private final Map<String, File> files = new LinkedHashMap<>();

  /**
   * @param live where the page may open its live socket
   */
  DevicePages(LiveUrl live) {
    this.live = live;
    home = file(OWN + "index.html", "text/html; charset=utf-8");
    files.put("device.css", file(OWN + "device.css", "text/css; charset=utf-8"));
    for (String script : SCRIPTS) files.put(script, file(OWN + script, SCRIPT));
    String three = WebJars.directory("org.webjars.npm", "three") + "build/";
    for (String script : DRAWING) files.put(script, file(three + script, SCRIPT));
  }

  List<Endpoint> endpoints() {
    return List.of(
        page("/", "home", "the web Device", in -> done(given(home, in))),
        page("/device/{file}", "device-file", "a file of the web Device", in -> done(found(in))));
  }

  private Answer found(Exchange in) {
    File file = files.get(in.inPath("file"));
    if (file == null) {
      throw new Refusal(
          "route", Answer.error(404, "IncID", "there is nothing at /device/" + in.inPath("file")));
    }
    return given(file, in);
  }

  private Answer given(File file, Exchange in) {
    boolean known = in.header("If-None-Match").filter(file.tag()::equals).isPresent();
    Answer answer =
        known
            ? new Answer(304, file.type(), new byte[0], Map.of())
            : new Answer(200, file.type(), file.bytes(), Map.of());
    return answer
        .with("ETag", file.tag())
        .with("Cache-Control", "no-cache")
        .with("Content-Security-Policy", policy(in))
        .with("Referrer-Policy", "no-referrer");
  }

  /** Nothing from elsewhere, nothing inline, no frames; the live edge is at a port of its own. */
  private String policy(Exchange in) {
    URI socket = URI.create(live.seenFrom(in));
    return Pages.POLICY.replace(
        "connect-src 'self'",
        "connect-src 'self' " + socket.getScheme() + "://" + socket.getRawAuthority());
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

  private static File file(String path, String type) {
    try (InputStream in = DevicePages.class.getResourceAsStream(path)) {
      if (in == null) throw new IllegalStateException(path + " is not on the class path");
      byte[] bytes = in.readAllBytes();
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
      return new File(bytes, type, '"' + HexFormat.of().formatHex(hash, 0, 16) + '"');
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * @param tag its entity tag, quoted
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record File(byte[] bytes, String type, String tag) {}
}
