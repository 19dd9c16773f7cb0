package org.mmm.node;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.cluster.MemberStatus;
import org.apache.pekko.cluster.typed.Cluster;
import org.apache.pekko.stream.javadsl.Sink;
import org.mmm.cluster.Operations;
import org.mmm.edge.Support;
import org.mmm.gateway.Gateway;
import org.mmm.journal.JournalReader;
import org.mmm.journal.Store;
import org.mmm.kernel.Address;
import org.mmm.kernel.Ambient;
import org.mmm.kernel.Hlc;
import org.mmm.world.WorldFile;

/** What the edge asks of the node that it stands on. */
final class RunningNode implements Support.NodeView {
  private final ActorSystem<?> system;
  private final Store store;
  private final Gateway gateway;
  private final WorldFile world;
  private final Arguments arguments;
  private final Instant started;
  private final JournalReader reader;
  private final OldLogs logs;
  private final Operations operations;

  RunningNode(
      ActorSystem<?> system,
      Store store,
      Gateway gateway,
      EntityTable table,
      WorldFile world,
      Arguments arguments,
      Ambient ambient,
      Operations operations) {
    this.operations = operations;
    this.system = system;
    this.store = store;
    this.gateway = gateway;
    this.world = world;
    this.arguments = arguments;
    this.started = Instant.ofEpochMilli(ambient.millis());
    this.reader = JournalReader.of(system);
    this.logs = new OldLogs(system, reader, table);
  }

  @Override
  public List<String> notReady() {
    List<String> reasons = new ArrayList<>();
    if (!Cluster.get(system).selfMember().status().equals(MemberStatus.up())) {
      reasons.add("this node is not a member of the cluster yet");
    }
    if (operations.directives().draining(place())) reasons.add("draining");
    if (!gateway.journalOpen()) reasons.add("the journal takes no writes");
    return reasons; // the edge is bound only when the world stands
  }

  private String place() {
    var self = Cluster.get(system).selfMember().address();
    return self.host().get() + ":" + self.port().get();
  }

  @Override
  public ObjectNode about() {
    ObjectNode about = JsonNodeFactory.instance.objectNode();
    about.put("pid", ProcessHandle.current().pid());
    about.put("version", version());
    about.put("started", started.toString());
    about.put("mInstance", world.mInstance());
    about.put("data", arguments.data().toAbsolutePath().toString());
    about.put("java", Runtime.version().toString());
    return about;
  }

  /** Of this program. */
  static String version() {
    String version = RunningNode.class.getPackage().getImplementationVersion();
    return version == null ? "dev" : version;
  }

  @Override
  public void backup(Path file) {
    store.backup(file);
  }

  @Override
  public CompletionStage<List<Address>> written(Address.Kind kind, String prefix, int atMost) {
    String begin = kind.word() + "|";
    return reader
        .persistenceIds(begin + prefix)
        .take(atMost)
        .map(id -> new Address(kind, id.substring(begin.length())))
        .runWith(Sink.seq(), system);
  }

  @Override
  public CompletionStage<ObjectNode> oldActivity(Address entity, long after, int limit) {
    return logs.page(entity, after, limit);
  }

  @Override
  public CompletionStage<ObjectNode> oldActivity(Address entity, Hlc after, int limit) {
    return logs.page(entity, after, limit);
  }
}
