package org.mmm.cluster;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.apache.pekko.actor.typed.ActorRef;
import org.mmm.kernel.CborSerializable;

/** What the operator asks of the nodes; see {@link Operations}. Nodes are told by their place. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Operation.Drain.class, name = "drain"),
  @JsonSubTypes.Type(value = Operation.Undrain.class, name = "undrain"),
  @JsonSubTypes.Type(value = Operation.Pin.class, name = "pin"),
  @JsonSubTypes.Type(value = Operation.Unpin.class, name = "unpin"),
  @JsonSubTypes.Type(value = Operation.Tell.class, name = "tell")
})
public sealed interface Operation extends CborSerializable {
  /** Who wants to know what became of it. */
  ActorRef<OperationAnswer> from();

  /**
   * Let that node give its shards away.
   *
   * @param thenLeave whether it leaves the cluster when it has none
   */
  record Drain(String place, boolean thenLeave, ActorRef<OperationAnswer> from)
      implements Operation {}

  /** Let that node take shards again. */
  record Undrain(String place, ActorRef<OperationAnswer> from) implements Operation {}

  /**
   * Move that shard to that node, and keep it there.
   *
   * @param pin as {@link Directives#pin} names it
   */
  record Pin(String pin, String place, ActorRef<OperationAnswer> from) implements Operation {}

  /** Let that shard be wherever it fits. */
  record Unpin(String pin, ActorRef<OperationAnswer> from) implements Operation {}

  /** Tell how things stand. */
  record Tell(ActorRef<OperationAnswer> from) implements Operation {}
}
