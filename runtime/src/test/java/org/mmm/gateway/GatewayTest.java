package org.mmm.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.apache.pekko.actor.BootstrapSetup;
import org.apache.pekko.actor.setup.ActorSystemSetup;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.cluster.typed.Cluster;
import org.apache.pekko.cluster.typed.Join;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mmm.action.Action;
import org.mmm.action.Edition;
import org.mmm.cluster.Directives;
import org.mmm.cluster.ShardAllocation;
import org.mmm.intent.Intents;
import org.mmm.journal.DataDirectory;
import org.mmm.journal.EmbeddedJournal;
import org.mmm.kernel.Address;
import org.mmm.kernel.Ambient;
import org.mmm.kernel.Entities;
import org.mmm.kernel.EntityMetrics;
import org.mmm.kernel.Erasures;
import org.mmm.kernel.Lease;
import org.mmm.kernel.Message;
import org.mmm.kernel.Name;
import org.mmm.kernel.Query;
import org.mmm.kernel.Response;
import org.mmm.pa.Complements;
import org.mmm.pa.PaStatus;
import org.mmm.pa.ProcessAction;
import org.mmm.pa.Reason;

@DisplayName("The gateway, while messages get lost,")
class GatewayTest {
  private static final Config TEST =
      ConfigFactory.parseString(
          """
          pekko.loglevel = WARNING
          pekko.actor.provider = cluster
          pekko.remote.artery.canonical { hostname = "127.0.0.1", port = 0 }
          pekko.cluster.sharding.least-shard-allocation-strategy.rebalance-absolute-limit = 1
          pekko.cluster.sharding.least-shard-allocation-strategy.rebalance-relative-limit = 0.1
          pekko.coordinated-shutdown.exit-jvm = off
          pekko.coordinated-shutdown.run-by-actor-system-terminate = on
          mmm.gateway {
            grace = 500ms
            resend-after = 20ms
            resend-at-most-every = 100ms
            wait-again-every = 500ms
          }
          """);
  private static final ProcessAction ACTION =
      new ProcessAction("User1", Action.IDENTIFY, Edition.TEC_2_2, Complements.nil("User1"));
  private static final Response DONE =
      new Response.Performed("PA-1", Intents.plain(ACTION, new PaStatus.Ack()));
  private static final Response VIEW =
      new Response.View(JsonNodeFactory.instance.objectNode().put("seen", true));
  private static final Address BUCKET = new Address(Address.Kind.DIRECTORY, "1");

  private final Lossy directory =
      new Lossy(
          number -> number > 2,
          new Response.Found(Map.of("User1", new Name(Address.Kind.PROCESS, "User"))));

  @SuppressWarnings("NullAway.Init") // each test begins with start
  private DataDirectory data;

  @SuppressWarnings("NullAway.Init")
  private EmbeddedJournal journal;

  @SuppressWarnings("NullAway.Init")
  private ActorSystem<Void> system;

  @TempDir private Path temp;

  /**
   * @param notAfter short only where it has to run out: shards take long to begin on a busy machine
   */
  private void start(String notAfter, String readTimeout) {
    Config settings =
        ConfigFactory.parseString(
            "mmm.gateway { not-after = " + notAfter + ", read-timeout = " + readTimeout + " }");
    data = DataDirectory.open(temp.resolve("data"));
    journal =
        EmbeddedJournal.open(
            data,
            settings.withFallback(TEST).withFallback(ConfigFactory.load()),
            InstantSource.system(),
            new SecureRandom(),
            new SimpleMeterRegistry());
    system =
        ActorSystem.create(
            Behaviors.empty(),
            "gateway",
            ActorSystemSetup.create(BootstrapSetup.create(journal.config()), journal.setup()));
    Cluster cluster = Cluster.get(system);
    cluster.manager().tell(Join.create(cluster.selfMember().address()));
  }

  @AfterEach
  void stop() {
    system.terminate();
    await(system.getWhenTerminated());
    journal.close();
    data.close();
  }

  @Test
  @DisplayName("sends a Process Action again by its key until its Process answers")
  void sendsAgain() {
    start("30s", "30s");
    Lossy process = new Lossy(number -> number > 3, DONE);

    Response response = await(gateway(process).perform(submission()));

    assertThat(response).isEqualTo(DONE);
    assertThat(directory.heard()).hasSizeGreaterThanOrEqualTo(3);
    assertThat(process.heard()).hasSizeGreaterThanOrEqualTo(4);
    assertThat(process.heard().stream().distinct())
        .singleElement()
        .isInstanceOfSatisfying(
            Message.Submit.class, m -> assertThat(m.ask().key()).isEqualTo("key-1"));
  }

  @Test
  @DisplayName("says that nobody knows, when the Process never answered")
  void isUnknown() {
    start("2s", "30s");
    Gateway gateway = gateway(new Lossy(number -> false, DONE));
    assertThat(await(gateway.lookup("User1"))).isPresent(); // and is remembered

    Response response = await(gateway.perform(submission()));

    assertThat(reason(response)).isEqualTo(Reason.UNKNOWN);
  }

  @Test
  @DisplayName("says that it was surely not begun, when the directory never answered")
  void isUnable() {
    start("2s", "2s");
    Lossy process = new Lossy(number -> true, DONE);
    Lossy silent = new Lossy(number -> false, DONE);

    Response response = await(gateway(process, silent).perform(submission()));

    assertThat(reason(response)).isEqualTo(Reason.UNABLE);
    assertThat(process.heard()).isEmpty();
  }

  @Test
  @DisplayName("asks for what is to be read again, and refuses as Unable in the end")
  void readsAgain() {
    start("30s", "30s");
    Lossy process = new Lossy(number -> number > 3, VIEW);
    assertThat(await(gateway(process).read(Address.process("User1"), new Query.Profile("t"))))
        .isEqualTo(VIEW);
  }

  @Test
  @DisplayName("refuses a read as Unable that nobody answers")
  void refusesReads() {
    start("2s", "2s");
    Gateway gateway = gateway(new Lossy(number -> false, VIEW));
    assertThat(await(gateway.read(Address.process("User1"), new Query.Profile("t"))))
        .isInstanceOfSatisfying(
            Response.Refused.class,
            refused -> assertThat(refused.status().reason()).isEqualTo(Reason.UNABLE));
  }

  @Test
  @DisplayName("asks once only to change a password, which names the one before")
  void changesPasswordsOnce() {
    start("30s", "10s");
    Lossy process = new Lossy(number -> number == 1, VIEW);
    Gateway gateway = gateway(process);
    Address user = Address.process("User1");
    assertThat(await(gateway.read(user, new Query.Profile("t")))).isEqualTo(VIEW);

    Query change = new Query.NewPassword("old", "new");
    await(gateway.read(user, change));
    assertThat(process.heard()).containsOnlyOnce(new Message.Read(change));
  }

  @Test
  @DisplayName("says again that somebody waits, to who has forgotten")
  void waitsAgain() {
    start("30s", "30s");
    Lossy process = new Lossy(number -> number > 1, VIEW);
    assertThat(
            await(
                gateway(process)
                    .await(
                        Address.process("User1"),
                        new Query.Inbox(0, true, "t"),
                        Duration.ofSeconds(60))))
        .contains(VIEW);
  }

  private Gateway gateway(Lossy process) {
    return gateway(process, directory);
  }

  private Gateway gateway(Lossy process, Lossy names) {
    Ambient ambient = Ambient.system();
    Entities entities =
        Entities.start(
            system,
            ambient,
            Lease.ALWAYS,
            Erasures.start(system, account -> {}),
            EntityMetrics.NONE,
            Map.of(),
            kind ->
                new ShardAllocation(
                    system, kind.word(), () -> Directives.NONE, system.settings().config()),
            Map.of(Address.Kind.PROCESS, self -> process, Address.Kind.DIRECTORY, self -> names));
    Directory buckets =
        new Directory() {
          @Override
          public Address bucketOf(String name) {
            return BUCKET;
          }

          @Override
          public List<Address> buckets() {
            return List.of(BUCKET);
          }
        };
    return Gateway.start(
        system,
        entities,
        ambient,
        buckets,
        new JournalGate(Lease.ALWAYS),
        new StoredData(journal.blobs()),
        "node");
  }

  private static Submission submission() {
    return new Submission("key-1", ACTION, false, "t", null);
  }

  private static Reason reason(Response response) {
    return response instanceof Response.Performed performed
            && performed.reply().status() instanceof PaStatus.Err err
        ? err.reason()
        : Reason.CLASH;
  }

  private static <T> T await(CompletionStage<T> stage) {
    return stage.toCompletableFuture().orTimeout(60, TimeUnit.SECONDS).join();
  }
}
