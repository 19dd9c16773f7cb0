package org.mmm.node;

import com.typesafe.config.Config;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import org.apache.pekko.actor.typed.ActorSystem;
import org.jspecify.annotations.Nullable;
import org.mmm.figures.ActionCounts;
import org.mmm.figures.FiguresHere;
import org.mmm.figures.FiguresKeeper;
import org.mmm.figures.FiguresSettings;
import org.mmm.figures.LiveLoads;
import org.mmm.figures.RoomLoads;
import org.mmm.figures.RoomsKeeper;
import org.mmm.figures.ShardWatch;
import org.mmm.journal.JournalKind;
import org.mmm.kernel.Ambient;
import org.mmm.kernel.Lease;

/** Puts together who watches a node: what is counted where, and who tells it. */
final class NodeWatch {
  private final FiguresSettings settings;
  private final MeterRegistry registry;
  private final RoomLoads rooms;
  private final LiveLoads live;
  private final NodeMetrics entities;

  /**
   * @param settings how figures are taken
   */
  NodeWatch(FiguresSettings settings, MeterRegistry registry, Ambient ambient) {
    this.settings = settings;
    this.registry = registry;
    this.rooms = new RoomLoads(settings.rounds());
    this.live = new LiveLoads(settings.rounds(), ambient::nanos);
    this.entities = new NodeMetrics(registry, rooms);
  }

  /** Where entities report; needed before they start. */
  NodeMetrics entities() {
    return entities;
  }

  /** Where live Rooms report; needed before the first of them begins. */
  LiveLoads live() {
    return live;
  }

  /**
   * Starts to watch; the entities have been started.
   *
   * @param place of this node, {@code host:port}
   * @param data the data directory
   * @param presence this node in the list of those that live; null where nodes share no store
   */
  FiguresHere start(
      ActorSystem<?> system,
      Ambient ambient,
      RunningNode node,
      Lease lease,
      String place,
      Path data,
      @Nullable Presence presence) {
    Config config = system.settings().config();
    ActionCounts actions = new ActionCounts();
    NodeFigures figures =
        new NodeFigures(
            new NodeFigures.Fixed(
                config.getString("mmm.node.name"),
                RunningNode.version(),
                SettingsFingerprint.of(config),
                JournalKind.of(config).word()),
            registry,
            ambient,
            actions,
            node,
            new LeaseWatch(lease, ambient),
            new ClusterView(system, registry),
            ShardWatch.start(system, Membership.ROLES.keySet(), settings.shardsEvery()),
            DroppedMessages.start(system, registry),
            new JvmMeters(registry, data),
            presence);
    figures.show();
    return new FiguresHere(
        actions,
        FiguresKeeper.start(system, figures, rooms, settings),
        RoomsKeeper.start(system, place, live, settings),
        settings.window(),
        settings.answerWithin());
  }
}
