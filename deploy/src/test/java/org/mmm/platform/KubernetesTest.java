package org.mmm.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import com.typesafe.config.ConfigFactory;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The manifests for Kubernetes")
class KubernetesTest {
  private static final Path HOME = DeployFiles.DEPLOY.resolve("kubernetes");

  @ParameterizedTest
  @ValueSource(strings = {"base", "overlays/dev", "overlays/production"})
  @DisplayName("are objects that Kubernetes knows, and say nothing that it does not know")
  void fitTheirSchemas(String directory) throws Exception {
    List<JsonNode> objects = Kustomization.build(HOME.resolve(directory));
    assertThat(objects).hasSizeGreaterThan(5);
    for (JsonNode object : objects) validate(object);
  }

  @Test
  @DisplayName("would be refused with a field that Kubernetes does not know")
  void theCheckBites() {
    var wrong = (ObjectNode) node("base");
    ((ObjectNode) wrong.at("/spec/template/spec")).put("terminationGracePeriod", 5);
    assertThatThrownBy(() -> validate(wrong)).hasMessageContaining("terminationGracePeriod");
  }

  @ParameterizedTest
  @ValueSource(strings = {"base", "overlays/dev", "overlays/production"})
  @DisplayName("run no container as root, with a writable root or with a capability")
  void areLocked(String directory) {
    JsonNode pod = node(directory).at("/spec/template/spec");
    assertThat(pod.at("/securityContext/runAsNonRoot").asBoolean()).isTrue();
    assertThat(pod.at("/securityContext/seccompProfile/type").asText()).isEqualTo("RuntimeDefault");
    for (JsonNode container : containers(pod)) {
      JsonNode context = container.get("securityContext");
      assertThat(context.get("readOnlyRootFilesystem").asBoolean()).isTrue();
      assertThat(context.get("allowPrivilegeEscalation").asBoolean(true)).isFalse();
      assertThat(context.at("/capabilities/drop/0").asText()).isEqualTo("ALL");
      assertThat(container.at("/resources/requests").size()).isEqualTo(2);
      for (JsonNode mount : container.get("volumeMounts")) {
        assertThat(pod.get("volumes").findValuesAsText("name"))
            .contains(mount.get("name").asText());
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"base", "overlays/dev", "overlays/production"})
  @DisplayName("set only environment variables that are settings of a node")
  void nameSettings(String directory) {
    Set<String> known = new HashSet<>(NodeConf.environment());
    for (JsonNode container : containers(node(directory).at("/spec/template/spec"))) {
      for (JsonNode variable : container.path("env")) {
        String name = variable.get("name").asText();
        if (name.startsWith("MMM_")) assertThat(known).contains(name);
      }
    }
    assertThat(ConfigFactory.parseFile(HOME.resolve("base/node.conf").toFile()).entrySet())
        .allSatisfy(entry -> assertThat(NodeConf.keys()).contains(entry.getKey()));
  }

  @Test
  @DisplayName("let a pod find the others by the names that the headless Service gives them")
  void seedsAreThePods() {
    List<JsonNode> objects = Kustomization.build(HOME.resolve("base"));
    JsonNode set = node("base");
    String service = set.at("/spec/serviceName").asText();
    JsonNode headless = Kustomization.one(objects, "Service", service);
    assertThat(headless.at("/spec/clusterIP").asText()).isEqualTo("None");
    assertThat(headless.at("/spec/publishNotReadyAddresses").asBoolean()).isTrue();
    String domain = "." + service + ".$(POD_NAMESPACE).svc.cluster.local";
    assertThat(variable(set, "MMM_CLUSTER_HOST")).isEqualTo("$(MMM_NODE_NAME)" + domain);
    String port = variable(set, "MMM_CLUSTER_PORT");
    assertThat(variable(set, "MMM_SEEDS").split(",\\s*"))
        .containsExactly(
            Stream.of(0, 1, 2)
                .map(i -> set.at("/metadata/name").asText() + "-" + i + domain + ":" + port)
                .toArray(String[]::new));
    assertThat(headless.at("/spec/ports/0/port").asText()).isEqualTo(port);
    JsonNode labels = set.at("/spec/template/metadata/labels");
    for (String name : List.of("mmm", service)) {
      assertThat(Kustomization.one(objects, "Service", name).at("/spec/selector"))
          .isEqualTo(labels);
    }
    assertThat(
            Kustomization.one(objects, "PodDisruptionBudget", "mmm")
                .at("/spec/selector/matchLabels"))
        .isEqualTo(labels);
    assertThat(
            Kustomization.one(objects, "NetworkPolicy", "mmm").at("/spec/podSelector/matchLabels"))
        .isEqualTo(labels);
  }

  private static String variable(JsonNode set, String name) {
    for (JsonNode one : set.at("/spec/template/spec/containers/0/env")) {
      if (one.get("name").asText().equals(name)) return one.path("value").asText();
    }
    throw new AssertionError(name + " is not set");
  }

  static JsonNode node(String directory) {
    return Kustomization.one(Kustomization.build(HOME.resolve(directory)), "StatefulSet", "mmm");
  }

  private static List<JsonNode> containers(JsonNode pod) {
    return Stream.of("initContainers", "containers")
        .flatMap(kind -> pod.path(kind).findParents("volumeMounts").stream())
        .toList();
  }

  /** The client's own check: each field is known, and none that is required is missing. */
  private static void validate(JsonNode object) throws Exception {
    Class<?> model =
        Class.forName(
            "io.kubernetes.client.openapi.models.V1" + object.get("kind").asText().strip());
    JsonElement element = JsonParser.parseString(object.toString());
    try {
      model.getMethod("validateJsonElement", JsonElement.class).invoke(null, element);
    } catch (InvocationTargetException e) {
      throw new AssertionError(object.get("kind") + ": " + e.getCause(), e);
    }
  }
}
