package org.mmm.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.typesafe.config.ConfigFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.actor.AbstractActor;
import org.apache.pekko.actor.ActorSystem;
import org.apache.pekko.actor.ExtendedActorSystem;
import org.apache.pekko.actor.Props;
import org.apache.pekko.cluster.Cluster;
import org.apache.pekko.pattern.Patterns;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("TLS between nodes")
class ClusterTlsTest {
  private static final ClusterTls NONE = new ClusterTls("", "", "");
  private static final Duration JOINED_WITHIN = Duration.ofSeconds(30);

  @TempDir Path directory;
  private final List<ActorSystem> systems = new ArrayList<>();

  @AfterEach
  void stop() {
    systems.forEach(ActorSystem::terminate);
    systems.forEach(system -> system.getWhenTerminated().toCompletableFuture().join());
  }

  @Test
  @DisplayName("lets in who has a certificate of the authority, and nobody else")
  void joins() throws Exception {
    Certificates ours = new Certificates(directory.resolve("ours"));
    ActorSystem first = system(ours.node("one"));
    Cluster.get(first).join(Cluster.get(first).selfAddress());
    await().atMost(JOINED_WITHIN).until(() -> members(first) == 1);

    ActorSystem plain = system(NONE);
    ActorSystem stranger = system(new Certificates(directory.resolve("theirs")).node("three"));
    Cluster.get(plain).join(Cluster.get(first).selfAddress());
    Cluster.get(stranger).join(Cluster.get(first).selfAddress());
    ActorSystem second = system(ours.node("two"));
    Cluster.get(second).join(Cluster.get(first).selfAddress());

    await().atMost(JOINED_WITHIN).until(() -> members(first) == 2 && members(second) == 2);
    assertThat(answered(second, first)).isCompletedWithValue("hello");
    // All three began to join before the second had; what was let in by now is all that will be.
    assertThat(answered(plain, first)).isCompletedExceptionally();
    assertThat(answered(stranger, first)).isCompletedExceptionally();
    assertThat(members(plain)).isZero();
    assertThat(members(stranger)).isZero();
    assertThat(members(first)).isEqualTo(2);
  }

  @Test
  @DisplayName("needs all three files, each of its kind")
  void refusesOtherFiles() throws Exception {
    ClusterTls good = new Certificates(directory).node("one");
    String missing = directory.resolve("missing.pem").toString();
    String empty = Files.createFile(directory.resolve("empty.pem")).toString();
    assertThatThrownBy(() -> new ClusterTls(good.certificate(), "", good.ca()))
        .hasMessageContaining("needs certificate, key and ca, or none of them");
    assertThatThrownBy(() -> new ClusterTls(good.certificate(), missing, good.ca()))
        .hasMessageContaining("mmm.cluster.tls.key must be a file that can be read")
        .hasMessageContaining(missing);
    assertThatThrownBy(() -> new ClusterTls(good.certificate(), empty, good.ca()))
        .hasMessageContaining("mmm.cluster.tls.key must be a PEM file with an RSA key");
    assertThatThrownBy(() -> new ClusterTls(good.key(), good.key(), good.ca()))
        .hasMessageContaining("mmm.cluster.tls.certificate must be a PEM file with a certificate");
    assertThatThrownBy(() -> new ClusterTls(good.certificate(), good.key(), empty))
        .hasMessageContaining("mmm.cluster.tls.ca must be a PEM file with a certificate");
    assertThat(ClusterTls.of(ConfigFactory.load())).isEqualTo(NONE);
  }

  /** What an actor of another system answers; fails if nothing comes. */
  private static CompletableFuture<Object> answered(ActorSystem asking, ActorSystem asked) {
    var echo = ((ExtendedActorSystem) asked).provider().getDefaultAddress() + "/user/echo";
    CompletionStage<Object> answer =
        Patterns.ask(asking.actorSelection(echo), "hello", Duration.ofSeconds(3));
    var settled = answer.toCompletableFuture();
    await().atMost(JOINED_WITHIN).until(settled::isDone);
    return settled;
  }

  private static long members(ActorSystem system) {
    return Cluster.get(system).state().members().size();
  }

  private ActorSystem system(ClusterTls tls) {
    var config =
        ConfigFactory.parseString(
            """
            pekko.loglevel = OFF
            pekko.stdout-loglevel = OFF
            pekko.actor.provider = cluster
            pekko.actor.allow-java-serialization = off
            pekko.cluster.jmx.enabled = off
            pekko.coordinated-shutdown.run-by-jvm-shutdown-hook = off
            pekko.coordinated-shutdown.exit-jvm = off
            pekko.remote.artery.canonical { hostname = 127.0.0.1, port = 0 }
            """);
    ActorSystem system =
        ActorSystem.create(
            "tls", tls.config().withFallback(config).withFallback(ConfigFactory.load()));
    systems.add(system);
    system.actorOf(Props.create(Echo.class, Echo::new), "echo");
    return system;
  }

  /** Says again what it is told. */
  private static final class Echo extends AbstractActor {
    @Override
    public Receive createReceive() {
      return receiveBuilder().matchAny(word -> getSender().tell(word, getSelf())).build();
    }
  }
}
