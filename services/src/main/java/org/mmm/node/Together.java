package org.mmm.node;

import com.typesafe.config.Config;
import java.util.Map;
import java.util.TreeSet;
import org.mmm.cluster.ClusterSettings;
import org.mmm.edge.SecretFiles;
import org.mmm.journal.JournalException;
import org.mmm.journal.JournalKind;
import org.mmm.journal.SharedStore;
import org.mmm.kernel.Ambient;

/** What must hold before a node may come to others, or stay alone. */
final class Together {
  private Together() {}

  /** Refuses settings that contradict each other; throws a {@link NodeFailure}. */
  static void check(ClusterSettings cluster, Config config) {
    if (!cluster.alone() && JournalKind.of(config) == JournalKind.EMBEDDED) {
      throw NodeFailure.usage(
          "a node with seeds needs a journal that all nodes share, and the embedded journal is one"
              + " node's: add --journal cassandra --contact-points HOST:PORT, or leave --seeds"
              + " out");
    }
    boolean all =
        cluster.roles().contains(ClusterSettings.PROCESS)
            && cluster.roles().contains(ClusterSettings.ROOM);
    if (cluster.alone() && !all) {
      throw NodeFailure.usage(
          "a node that is alone must have the roles process and room, was "
              + new TreeSet<>(cluster.roles())
              + ": add them to --roles, or name the other nodes by --seeds");
    }
  }

  /** Refuses secrets that are not those of the nodes before; throws a {@link NodeFailure}. */
  static void checkSecrets(SharedStore store, SecretFiles files, Ambient ambient) {
    try {
      store.checkSecrets(files.fingerprint(ambient));
    } catch (JournalException e) {
      throw NodeFailure.unavailable(NodeFailure.line(e), e);
    } catch (IllegalArgumentException e) {
      throw NodeFailure.usage(e);
    }
  }

  /**
   * Refuses to be a second M-Instance on the same data, or a second node of the same name. One that
   * was killed is waited for until it counts as gone; throws a {@link NodeFailure}.
   */
  static void checkNobodyElse(
      Presence presence, ClusterSettings cluster, String name, Ambient ambient) {
    long end = ambient.nanos() + Presence.LIVES.plusSeconds(2).toNanos();
    while (true) {
      Map<String, String> others = others(presence);
      String same = others.get(name);
      if (cluster.alone() ? others.isEmpty() : same == null) return;
      if (ambient.nanos() - end > 0) {
        throw NodeFailure.unavailable(
            same != null && !cluster.alone()
                ? "the node at "
                    + same
                    + " is called "
                    + name
                    + " too: give this one a name of its own by --name"
                : "the nodes "
                    + others
                    + " live on these data: stop them, join them by --seeds, or name another"
                    + " keyspace (mmm.journal.cassandra.keyspace)",
            null);
      }
      Pause.aWhile();
    }
  }

  private static Map<String, String> others(Presence presence) {
    try {
      return presence.others();
    } catch (JournalException e) {
      throw NodeFailure.unavailable(NodeFailure.line(e), e);
    }
  }
}
