package org.mmm.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mmm.platform.Queries;

@DisplayName("What a node tells Prometheus")
class MetricsIT {
  @TempDir Path temp;

  @Test
  @DisplayName("is all that the alert rules and dashboards ask for")
  void answersTheQueries() throws Exception {
    try (NodeProcess node = NodeProcess.start(temp.resolve("data"))) {
      new HttpStory(node.url()).registers("Anna", "{\"FirstName\": \"Anna\"}");
      assertThat(get(node, "/no-such-place").statusCode()).isEqualTo(404);
      Set<String> told =
          get(node, "/metrics")
              .body()
              .lines()
              .filter(line -> !line.startsWith("#"))
              .map(line -> line.split("[{ ]", 2)[0])
              .collect(Collectors.toSet());
      assertThat(told).containsAll(Queries.metrics());
    }
  }

  private static HttpResponse<String> get(NodeProcess node, String path) throws Exception {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create(node.url() + path)).build(),
            HttpResponse.BodyHandlers.ofString());
  }
}
