package org.mmm.node;

import com.typesafe.config.Config;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.apache.pekko.actor.BootstrapSetup;
import org.apache.pekko.actor.setup.ActorSystemSetup;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.jspecify.annotations.Nullable;
import org.mmm.cluster.ClusterSettings;
import org.mmm.cluster.ClusterTls;
import org.mmm.cluster.LeaseKeeper;
import org.mmm.cluster.Operations;
import org.mmm.cluster.ShardAllocation;
import org.mmm.directory.Buckets;
import org.mmm.edge.Edge;
import org.mmm.edge.EdgeSettings;
import org.mmm.edge.HttpPort;
import org.mmm.edge.SecretFiles;
import org.mmm.edge.Support;
import org.mmm.federation.Federation;
import org.mmm.federation.FederationSettings;
import org.mmm.figures.FiguresSettings;
import org.mmm.gateway.Directory;
import org.mmm.gateway.GatedMetrics;
import org.mmm.gateway.Gateway;
import org.mmm.gateway.JournalGate;
import org.mmm.gateway.StoredData;
import org.mmm.journal.Checkpoints;
import org.mmm.journal.DataDirectory;
import org.mmm.journal.DataDirectoryException;
import org.mmm.journal.JournalException;
import org.mmm.journal.SharedStore;
import org.mmm.journal.Store;
import org.mmm.journal.StoreIdentity;
import org.mmm.kernel.Address;
import org.mmm.kernel.Ambient;
import org.mmm.kernel.Entities;
import org.mmm.kernel.Erasures;
import org.mmm.kernel.Lease;
import org.mmm.live.LivePlace;
import org.mmm.live.LiveRelays;
import org.mmm.live.LiveSettings;
import org.mmm.live.Relays;
import org.mmm.liveedge.LiveEdgeSettings;
import org.mmm.operator.OperatorSettings;
import org.mmm.reports.ReportSettings;
import org.mmm.world.WorldFile;

/**
 * One running node: a data directory, a store, the entities on that, and the MMM-API before them.
 * Closing it lets what is on its way end, and gives all of it up in the opposite order.
 */
public final class Node implements AutoCloseable {
  private final Deque<AutoCloseable> opened = new ArrayDeque<>();
  private @Nullable Membership membership;
  private @Nullable Presence presence;
  private String url = "";
  private String operatorUrl = "";
  private @Nullable DataSweep sweep;

  private Node() {}

  /**
   * Starts a node and returns when it is ready.
   *
   * @param words the command line, as {@link Main} takes it
   */
  public static Node start(List<String> words) {
    return start(Arguments.of(words));
  }

  static Node start(Arguments arguments) {
    return start(arguments, Ambient.system());
  }

  static Node start(Arguments arguments, Ambient ambient) {
    Node node = new Node();
    try {
      node.open(arguments, ambient);
      return node;
    } catch (RuntimeException e) {
      boolean putOut = node.membership != null && node.membership.ended();
      node.close();
      throw putOut ? NodeFailure.putOut(e) : e;
    }
  }

  /** Where its MMM-API is. */
  public String url() {
    return url;
  }

  /** Where its Operator API is. */
  public String operatorUrl() {
    return operatorUrl;
  }

  /** Has it closed when Java ends, by a signal too. */
  void closeAtExit() {
    membership().atExit(this::close);
  }

  /** Why it ended though nobody closed it: an exit code, when that is so. */
  CompletionStage<Integer> fate() {
    return membership().fate();
  }

  private void withdraw() {
    if (presence != null) presence.close();
  }

  private Membership membership() {
    return Objects.requireNonNull(membership, "not started");
  }

  private void open(Arguments arguments, Ambient ambient) {
    Config config = Settings.of(arguments);
    EdgeSettings edgeSettings = checked(() -> EdgeSettings.of(config));
    ClusterSettings clusterSettings = checked(() -> ClusterSettings.of(config));
    FiguresSettings figuresSettings = checked(() -> FiguresSettings.of(config));
    OperatorSettings operatorSettings = checked(() -> OperatorSettings.of(config));
    LiveSettings liveSettings = checked(() -> LiveSettings.of(config));
    LiveEdgeSettings liveEdge = checked(() -> LiveEdgeSettings.of(config));
    FederationSettings federated = checked(() -> FederationSettings.of(config));
    ReportSettings reportSettings = checked(() -> ReportSettings.of(config));
    checked(() -> ShardAllocation.limits(config));
    Grace.check(config);
    Together.check(clusterSettings, config);
    WorldFile world = World.read(arguments.world());
    ListenAddress.check(arguments);
    DataDirectory directory = keep(directory(arguments.data()));
    Logs.keepIn(directory.path());
    NodeFile file = new NodeFile(directory.path());
    file.delete();

    var registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    opened.push(registry::close);
    Store store = keep(store(directory, config, registry));
    SecretFiles files = SecretFiles.of(config, directory.path());
    SharedStore shared = store.shared().orElse(null);
    if (shared != null) Together.checkSecrets(shared, files, ambient);
    String name = config.getString("mmm.node.name");
    ActorSystem<Void> system = system(store, clusterSettings, name);
    opened.push(this::withdraw); // after the system, since it lives until that has ended
    opened.push(() -> stop(system, Grace.phases(config)));
    join(system, clusterSettings, shared, name, ambient);
    Lease lease =
        clusterSettings.alone()
            ? Lease.ALWAYS
            : LeaseKeeper.start(system, ambient, clusterSettings);
    Membership mine = membership();
    boolean held = Pause.until(() -> lease.held() || mine.ended(), clusterSettings.joinWithin());
    if (mine.ended()) throw NodeFailure.putOut(null);
    if (!held) {
      throw NodeFailure.unavailable(
          "no majority of the nodes says that it sees this one: look whether they reach it at "
              + mine.place()
              + " (--cluster-host, --cluster-port)",
          null);
    }
    JournalGate gate = new JournalGate(lease);
    Erasures erasures = Erasures.start(system, store.accountKeys()::forget);
    NodeWatch watch = new NodeWatch(figuresSettings, registry, ambient);
    EntityTable table = new EntityTable(federated.resolution(), reportSettings);
    Federation federation = checked(() -> Federation.of(federated, directory.path(), ambient));
    Operations operations = Operations.start(system, ambient, EntityTable.types());
    Checkpoints checkpoints = store.checkpoints();
    Entities entities =
        Entities.start(
            system,
            ambient,
            lease,
            erasures,
            new GatedMetrics(gate, watch.entities()),
            Membership.ROLES,
            kind -> new ShardAllocation(system, kind.word(), operations::directives, config),
            table.machines(),
            Map.of(
                Address.Kind.PLACE,
                place -> new LivePlace(liveSettings, checkpoints, watch.live(), ambient::millis),
                Address.Kind.SERVICE,
                federation::courier));
    Relays relays =
        LiveRelays.start(
            system, liveSettings, (room, by) -> entities.attend(Address.place(room), by));
    StoredData stored = new StoredData(store.blobs());
    Gateway gateway = Gateway.start(system, entities, ambient, new Names(), gate, stored, name);
    WorldFile applied =
        World.apply(
            entities,
            mine,
            ambient,
            table,
            world,
            arguments.worldApply(),
            config.getDuration("mmm.node.world-within"));

    var view =
        new RunningNode(system, store, gateway, table, applied, arguments, ambient, operations);
    var figures =
        watch.start(system, ambient, view, lease, mine.place(), directory.path(), presence);
    Support support =
        new Support(
            system,
            gateway,
            ambient,
            registry,
            store.accountKeys(),
            erasures,
            stored,
            files,
            view,
            figures,
            relays);
    Edge edge =
        Ports.edge(
            support,
            edgeSettings,
            liveEdge,
            arguments,
            federation.others(gateway, edgeSettings.bodyAtMost(), edgeSettings.tls().on()));
    opened.push(() -> Ports.close(edge.unbind()));
    url = edge.url();
    HttpPort operator =
        Ports.operator(support, operations, edgeSettings, operatorSettings, federation, config);
    opened.push(() -> Ports.close(operator.unbind()));
    operatorUrl = operator.url();
    var handOver = new HandOver(system, operations, membership().place(), Grace.drain(config));
    opened.push(handOver::run); // the first thing to be done at the end
    file.write(
        view.about()
            .put("url", url)
            .put("operatorUrl", operatorUrl)
            .put("liveUrl", edge.liveUrl()));
    opened.push(file::delete);
    if (federated.on()) new Waking(gateway, view).schedule(system, federated.wakeEvery());
    sweep = new DataSweep(store.blobs(), gateway);
    sweep.schedule(system, store.sweepBlobsAfter());
  }

  private void join(
      ActorSystem<?> system,
      ClusterSettings settings,
      @Nullable SharedStore shared,
      String name,
      Ambient ambient) {
    Membership mine = new Membership(system, settings);
    membership = mine;
    if (shared == null) {
      mine.join(null);
      return;
    }
    Presence own = new Presence(shared, name, mine.place(), ambient);
    Together.checkNobodyElse(own, settings, name, ambient);
    mine.join(own);
    presence = own;
    own.begin(system);
  }

  /** For tests, which cannot wait for the schedule. */
  DataSweep sweep() {
    return Objects.requireNonNull(sweep, "the node has started");
  }

  @Override
  public void close() {
    if (membership != null) membership.close();
    RuntimeException first = null;
    while (!opened.isEmpty()) {
      try {
        opened.pop().close();
      } catch (Exception e) {
        first =
            first == null ? new IllegalStateException("the node did not stop cleanly", e) : first;
      }
    }
    if (first != null) throw first;
  }

  private <T extends AutoCloseable> T keep(T one) {
    opened.push(one);
    return one;
  }

  private static DataDirectory directory(Path data) {
    try {
      return DataDirectory.open(data);
    } catch (DataDirectoryException e) {
      throw NodeFailure.unavailable(NodeFailure.line(e), e);
    }
  }

  private static Store store(
      DataDirectory directory, Config config, PrometheusMeterRegistry registry) {
    try {
      var identity = new StoreIdentity(config.getInt("mmm.entities.shards"), Buckets.COUNT);
      return Store.open(
          directory, config, identity, InstantSource.system(), new SecureRandom(), registry);
    } catch (JournalException e) {
      throw NodeFailure.unavailable(NodeFailure.line(e), e);
    } catch (IllegalArgumentException e) {
      throw NodeFailure.usage(e);
    }
  }

  private static ActorSystem<Void> system(Store store, ClusterSettings cluster, String name) {
    Config encrypted = checked(() -> ClusterTls.of(store.config())).config();
    ActorSystemSetup setup =
        ActorSystemSetup.create(
            BootstrapSetup.create(
                Membership.config(cluster, name)
                    .withFallback(encrypted)
                    .withFallback(store.config())),
            store.setup());
    return checked(() -> ActorSystem.create(Behaviors.<Void>empty(), "mmm", setup));
  }

  private static void stop(ActorSystem<?> system, Duration within) throws Exception {
    system.terminate();
    system.getWhenTerminated().toCompletableFuture().get(within.toMillis(), TimeUnit.MILLISECONDS);
  }

  private static <T> T checked(java.util.function.Supplier<T> settings) {
    try {
      return settings.get();
    } catch (IllegalArgumentException | com.typesafe.config.ConfigException e) {
      throw NodeFailure.usage(e);
    }
  }

  /** Where names are kept. */
  private static final class Names implements Directory {
    @Override
    public Address bucketOf(String name) {
      return Buckets.of(name);
    }

    @Override
    public List<Address> buckets() {
      return Buckets.all();
    }
  }
}
