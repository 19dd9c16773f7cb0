package org.mmm.operator;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.cluster.sharding.typed.HashCodeMessageExtractor;
import org.mmm.edge.Answer;
import org.mmm.edge.Reading;
import org.mmm.edge.Refusal;
import org.mmm.edge.Support;
import org.mmm.gateway.Gateway;
import org.mmm.kernel.Address;
import org.mmm.kernel.Response;
import org.mmm.pa.Reason;

/** Which Rooms there are, what is in them, and in which shard each lives. */
final class Rooms {
  /** So many places are looked through for those that share a shard. */
  private static final int LOOKED_AT_MOST = 100_000;

  private static final int SHARING_AT_MOST = 1_000;

  private final Gateway gateway;
  private final Reading reading;
  private final Support.NodeView node;
  private final HashCodeMessageExtractor<?> extractor;

  Rooms(Gateway gateway, Reading reading, Support.NodeView node, int shards) {
    this.gateway = gateway;
    this.reading = reading;
    this.node = node;
    this.extractor = new HashCodeMessageExtractor<>(shards);
  }

  String shard(String room) {
    return extractor.shardId(room);
  }

  /** The IDs of all Rooms, in order. */
  CompletionStage<SortedMap<String, Address>> all() {
    return gateway
        .listing(List.of("Room"))
        .thenApply(
            names -> {
              SortedMap<String, Address> rooms = new TreeMap<>();
              names.forEach((id, name) -> rooms.put(id, name.address(id)));
              return rooms;
            });
  }

  /** Where that Room lives; refused with 404 if there is no such place. */
  CompletionStage<Address> find(String id) {
    return gateway
        .lookup(id)
        .thenApply(
            name ->
                name.map(found -> found.address(id))
                    .filter(address -> address.kind() == Address.Kind.PLACE)
                    .orElseThrow(
                        () ->
                            new Refusal(
                                "route",
                                Answer.error(
                                    Reason.INC_ID,
                                    "no place is called \"" + id + "\"; see mmm room list"))));
  }

  /** What the operator sees of it; a missing node if it does not answer. */
  CompletionStage<JsonNode> view(String id, Address address) {
    return reading
        .asOperator(id, address)
        .thenApply(
            response ->
                response instanceof Response.View view
                    ? view.body()
                    : com.fasterxml.jackson.databind.node.MissingNode.getInstance());
  }

  /** The other places that go wherever that one goes. */
  CompletionStage<List<String>> sharing(String room) {
    String shard = shard(room);
    return node.written(Address.Kind.PLACE, "", LOOKED_AT_MOST)
        .thenApply(
            places ->
                places.stream()
                    .map(Address::id)
                    .filter(id -> !id.equals(room) && shard(id).equals(shard))
                    .sorted()
                    .limit(SHARING_AT_MOST)
                    .toList());
  }

  /** The place of the node that has that shard; empty if none has. */
  static String holder(Map<String, Map<String, Integer>> places, String shard) {
    return places.entrySet().stream()
        .filter(place -> place.getValue().containsKey(shard))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse("");
  }
}
