package org.mmm.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The web Device, as a node serves it,")
class DevicePagesTest {
  /** What a page or a script names of this host. */
  private static final Pattern NAMED =
      Pattern.compile("(?:src=|href=|from |import\\()\"(\\./|/device/)([^\"]+)\"");

  private static final Set<String> OF_THREE =
      Set.of("/device/GLTFLoader.js", "/device/BufferGeometryUtils.js", "/device/SkeletonUtils.js");

  @TempDir static Path directory;
  private static LiveNode node;

  @BeforeAll
  static void start() throws Exception {
    node = LiveNode.start(directory.resolve("data"));
  }

  @AfterAll
  static void stop() {
    node.close();
  }

  @Test
  @DisplayName("is whole: all that it names is there, as what it is, and nothing of another host")
  void whole() throws Exception {
    Set<String> seen = new TreeSet<>();
    Deque<String> left = new ArrayDeque<>(Set.of("/"));
    while (!left.isEmpty()) {
      String path = left.pop();
      var answer = get(path);
      assertThat(answer.statusCode()).as(path).isEqualTo(200);
      assertThat(type(answer)).as(path).isEqualTo(expected(path));
      assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
      if (path.contains("three")) continue;
      // What reads models links to its documentation in comments.
      if (!OF_THREE.contains(path)) {
        assertThat(answer.body()).as(path).doesNotContain("http://", "https://");
      }
      var named = NAMED.matcher(answer.body());
      while (named.find()) {
        String next = "/device/" + named.group(2);
        if (seen.add(next)) left.push(next);
      }
    }
    assertThat(seen).contains("/device/app.js", "/device/device.css", "/device/scene.js");
    assertThat(seen).containsAll(OF_THREE);
    for (String script : OF_THREE) {
      assertThat(get(script).body()).as(script).doesNotContain("from 'three'", "from '..");
    }
    assertThat(get("/device/../node.conf").statusCode()).isEqualTo(404);
    assertThat(get("/device/nothing.js").statusCode()).isEqualTo(404);
  }

  @Test
  @DisplayName("lets nothing run but its own scripts, and speaks to its node alone")
  void policy() throws Exception {
    String policy = get("/").headers().firstValue("Content-Security-Policy").orElse("");
    assertThat(policy.split("; *"))
        .contains(
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self'",
            "frame-ancestors 'none'",
            "base-uri 'none'")
        .anyMatch(one -> one.matches("connect-src 'self' blob: ws://127\\.0\\.0\\.1:\\d+"));
    assertThat(policy).doesNotContain("unsafe", "*");
    assertThat(get("/").body()).doesNotContain(" onclick=", " style=", "<script>");
  }

  @Test
  @DisplayName("is not sent again to who has it")
  void keptByTheBrowser() throws Exception {
    var first = get("/device/three.core.min.js");
    String tag = first.headers().firstValue("ETag").orElseThrow();
    assertThat(first.headers().allValues("Cache-Control")).containsExactly("no-cache");
    var again = get("/device/three.core.min.js", "If-None-Match", tag);
    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
    assertThat(get("/device/three.core.min.js", "If-None-Match", "\"x\"").statusCode())
        .isEqualTo(200);
  }

  private static String expected(String path) {
    if (path.endsWith(".js")) return "text/javascript";
    return path.endsWith(".css") ? "text/css" : "text/html";
  }

  private static String type(HttpResponse<String> answer) {
    return answer.headers().firstValue("Content-Type").orElse("").split(";", -1)[0];
  }

  private static HttpResponse<String> get(String path, String... headers) throws Exception {
    var request = HttpRequest.newBuilder(URI.create(node.url() + path));
    if (headers.length > 0) request.headers(headers);
    return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
  }
}
