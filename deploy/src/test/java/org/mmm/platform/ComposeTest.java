package org.mmm.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("compose.yaml")
class ComposeTest {
  private static final Path FILE = DeployFiles.DEPLOY.resolve("compose.yaml");
  private final JsonNode compose = DeployFiles.yaml(FILE).get(0);

  @Test
  @DisplayName("fits the schema of compose files")
  void fitsTheSchema() throws Exception {
    try (var schema = ComposeTest.class.getResourceAsStream("/compose/compose-spec.json")) {
      var checked =
          JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V201909).getSchema(schema);
      assertThat(checked.validate(compose)).isEmpty();
    }
  }

  @Test
  @DisplayName("names only services, volumes and files that there are")
  void refersToWhatThereIs() {
    List<String> services = names(compose.get("services"));
    List<String> volumes = names(compose.get("volumes"));
    Set<String> mounted = new HashSet<>();
    for (String name : services) {
      JsonNode service = compose.get("services").get(name);
      assertThat(services).containsAll(names(service.path("depends_on")));
      for (JsonNode mount : service.path("volumes")) {
        String source = mount.asText().substring(0, mount.asText().indexOf(':'));
        if (source.startsWith(".")) assertThat(FILE.resolveSibling(source)).exists();
        else assertThat(volumes).contains(source);
        mounted.add(source);
      }
    }
    assertThat(mounted).containsAll(volumes);
  }

  @Test
  @DisplayName("waits for what is healthy by a check that is there: its own, or that of the image")
  void gatesByHealth() {
    String image = DeployFiles.text(DeployFiles.DEPLOY.resolve("docker/Dockerfile"));
    for (JsonNode service : compose.get("services")) {
      for (String on : names(service.path("depends_on"))) {
        String condition = service.at("/depends_on/" + on + "/condition").asText();
        JsonNode other = compose.at("/services/" + on);
        if (condition.equals("service_completed_successfully")) {
          assertThat(other.has("restart")).as(on).isFalse();
        } else {
          assertThat(condition).isEqualTo("service_healthy");
          boolean ours = other.path("image").asText().contains("mmm:");
          assertThat(ours ? image.contains("\nHEALTHCHECK ") : other.has("healthcheck")).isTrue();
        }
      }
    }
  }

  @Test
  @DisplayName("starts nodes that know each other, by settings that there are, and are scraped")
  void nodesKnowEachOther() {
    List<String> nodes =
        names(compose.get("services")).stream().filter(n -> n.startsWith("node-")).toList();
    assertThat(nodes).hasSize(3);
    List<String> seeds = nodes.stream().map(name -> name + ":25520").toList();
    for (String name : nodes) {
      JsonNode node = compose.at("/services/" + name);
      JsonNode environment = node.get("environment");
      assertThat(NodeConf.environment()).containsAll(names(environment));
      assertThat(environment.get("MMM_NODE_NAME").asText()).isEqualTo(name);
      assertThat(environment.get("MMM_CLUSTER_HOST").asText()).isEqualTo(name);
      assertThat(environment.get("MMM_SEEDS").asText()).isEqualTo(String.join(",", seeds));
      assertThat(node.get("read_only").asBoolean()).isTrue();
    }
    JsonNode scraped =
        DeployFiles.yaml(DeployFiles.DEPLOY.resolve("prometheus/prometheus.yaml")).get(0);
    assertThat(scraped.at("/scrape_configs/0/static_configs/0/targets"))
        .extracting(JsonNode::asText)
        .containsExactlyElementsOf(nodes.stream().map(name -> name + ":7070").toList());
    assertThat(Files.exists(DeployFiles.DEPLOY.resolve("prometheus/alerts.yaml"))).isTrue();
  }

  private static List<String> names(JsonNode object) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }
}
