package org.mmm.edge;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.actor.typed.ActorSystem;
import org.mmm.figures.FiguresHere;
import org.mmm.gateway.Gateway;
import org.mmm.gateway.StoredData;
import org.mmm.journal.AccountKeys;
import org.mmm.kernel.Address;
import org.mmm.kernel.Ambient;
import org.mmm.kernel.Erasures;
import org.mmm.kernel.Hlc;
import org.mmm.live.Relays;

/**
 * What the edge stands on.
 *
 * @param system runs connections and streams
 * @param gateway puts requests to the entities
 * @param registry holds the figures of this node
 * @param keys of the Accounts' personal data
 * @param erasures is told of every key that is erased
 * @param stored the data that Items name
 * @param files where the secrets of tokens are
 * @param node what this node tells of itself
 * @param figures of this node and, by asking, of the others
 * @param relays lead to the live Rooms
 */
public record Support(
    ActorSystem<?> system,
    Gateway gateway,
    Ambient ambient,
    PrometheusMeterRegistry registry,
    AccountKeys keys,
    Erasures erasures,
    StoredData stored,
    SecretFiles files,
    NodeView node,
    FiguresHere figures,
    Relays relays) {

  /** What the edge asks of its node. */
  public interface NodeView {
    /** Why this node is not ready; none if it is. */
    List<String> notReady();

    /** What there is to know about this node. */
    ObjectNode about();

    /** Writes a backup to a new file; may take long. */
    void backup(Path file);

    /** The entities of that kind whose ID begins so, and that have written anything. */
    CompletionStage<List<Address>> written(Address.Kind kind, String prefix, int atMost);

    /** A page of an old log, read from the journal; entries after a position, oldest first. */
    CompletionStage<ObjectNode> oldActivity(Address entity, long after, int limit);

    /** The same of the entries later than a time. */
    CompletionStage<ObjectNode> oldActivity(Address entity, Hlc after, int limit);
  }
}
