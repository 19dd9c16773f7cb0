package org.mmm.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The image, built and run for real where a Docker engine answers. The base image is that of the
 * environment variable {@code MMM_BASE_IMAGE}, else one called {@code mmm-base:jre17} that the
 * engine has.
 */
@DisplayName("The container image")
class ContainersIT {
  private static final Path DIST = Path.of(System.getProperty("mmm.dist"));
  private static final String BASE =
      System.getenv().getOrDefault("MMM_BASE_IMAGE", "mmm-base:jre17");
  private static final Duration STARTED_WITHIN = Duration.ofMinutes(3);
  private static final String SUFFIX = "it-" + ProcessHandle.current().pid();
  private static final String IMAGE = "mmm:" + SUFFIX;

  @TempDir Path temp;
  private final List<String> containers = new ArrayList<>();
  private Docker docker;

  @BeforeEach
  void build() throws Exception {
    docker = new Docker(temp);
    assumeTrue(docker.answers(), "skipped: no Docker engine answers to 'docker info'");
    assumeTrue(
        docker.run("image", "inspect", BASE).exit() == 0,
        "skipped: the engine has no image " + BASE + "; name one by MMM_BASE_IMAGE");
    String dockerfile = DeployFiles.DEPLOY.resolve("docker/Dockerfile").toString();
    docker.must(
        "build",
        "-q",
        "-t",
        IMAGE,
        "-f",
        dockerfile,
        "--build-arg",
        "BASE_IMAGE=" + BASE,
        DIST + "");
    docker.must("network", "create", SUFFIX);
  }

  @AfterEach
  void remove() throws Exception {
    for (String container : containers) docker.run("rm", "-f", "-v", container);
    docker.run("network", "rm", SUFFIX);
    docker.run("volume", "rm", "-f", SUFFIX);
    docker.run("image", "rm", "-f", IMAGE);
  }

  @Test
  @DisplayName("runs three nodes as one M-Instance, locked up, and stops them in order")
  void runsNodes() throws Exception {
    String jars = DIST.resolve("lib/cassandra") + ":/cassandra:ro";
    start("cassandra", List.of("-v", jars, "--entrypoint", "sh", BASE, "-c", CASSANDRA));
    for (int i = 1; i <= 3; i++) start("node-" + i, node("node-" + i));
    for (int i = 1; i <= 3; i++) healthy("node-" + i);
    assertThat(docker.must("exec", name("node-1"), "id", "-u").strip()).isEqualTo("10001");
    assertThat(docker.run("exec", name("node-1"), "touch", "/opt/mmm/x").exit()).isNotZero();
    assertThat(docker.must("history", "--no-trunc", IMAGE)).doesNotContain("master.key");

    docker.must("stop", "-t", "100", name("node-3"));
    String ended =
        docker.must("inspect", "-f", "{{.State.ExitCode}} {{.State.OOMKilled}}", name("node-3"));
    assertThat(ended.strip()).as("Java ends so after an orderly SIGTERM").isEqualTo("143 false");
    healthy("node-1");
    healthy("node-2");
  }

  private static final String CASSANDRA =
      "exec java -Xms512m -Xmx512m -XX:MaxDirectMemorySize=256m -jar /cassandra/mmm-cassandra.jar"
          + " --data /tmp/data --address $(hostname -i) --scratch";

  private static List<String> node(String name) {
    List<String> words = new ArrayList<>();
    words.addAll(List.of("--read-only", "--cap-drop", "ALL", "--memory", "1g"));
    words.addAll(List.of("--security-opt", "no-new-privileges", "--tmpfs", "/tmp:exec,mode=1777"));
    words.addAll(List.of("-v", SUFFIX + ":/var/lib/mmm-secrets"));
    for (String setting :
        List.of(
            "MMM_JOURNAL=cassandra",
            "MMM_CASSANDRA_CONTACT_POINTS=cassandra:9042",
            "MMM_CASSANDRA_CREATE_SCHEMA=dev",
            "MMM_NODE_NAME=" + name,
            "MMM_CLUSTER_HOST=" + name,
            "MMM_CLUSTER_PORT=25520",
            "MMM_SEEDS=node-1:25520,node-2:25520,node-3:25520",
            "MMM_MASTER_KEY_FILE=/var/lib/mmm-secrets/master.key",
            "MMM_SECRETS_FILE=/var/lib/mmm-secrets/secrets",
            "MMM_OPERATOR_TOKEN_FILE=/var/lib/mmm-secrets/operator.token")) {
      words.addAll(List.of("-e", setting));
    }
    words.add(IMAGE);
    return words;
  }

  private void start(String name, List<String> words) throws Exception {
    List<String> command = new ArrayList<>(List.of("run", "-d", "--name", name(name)));
    command.addAll(
        List.of("--network", SUFFIX, "--network-alias", name, "--restart", "on-failure"));
    command.addAll(words);
    containers.add(name(name));
    docker.must(command.toArray(String[]::new));
  }

  private void healthy(String name) {
    await(name + " to be healthy")
        .atMost(STARTED_WITHIN)
        .pollInterval(Duration.ofSeconds(1))
        .untilAsserted(
            () -> {
              String said = docker.run("logs", "--tail", "20", name(name)).err();
              String state = docker.must("inspect", "-f", "{{.State.Health.Status}}", name(name));
              assertThat(state.strip()).as(said).isEqualTo("healthy");
            });
  }

  private static String name(String container) {
    return "mmm-" + SUFFIX + "-" + container;
  }
}
