package org.mmm.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.SplittableRandom;
import org.mmm.action.Action;
import org.mmm.action.Edition;
import org.mmm.client.ActionCall;
import org.mmm.client.Json;

/** Has a User send Messages to some, drawn anew for each. */
final class Letters {
  private final Cast.Actor sender;
  private final List<String> receivers;
  private final String keys;
  private final SplittableRandom random;
  private long count;

  /**
   * @param keys begins every key of this User
   */
  Letters(Cast.Actor sender, List<String> receivers, String keys, long seed) {
    this.sender = sender;
    this.receivers = receivers;
    this.keys = keys;
    this.random = new SplittableRandom(seed);
  }

  ActionCall next() {
    String key = keys + "-" + ++count;
    String id = "Message-" + key;
    String to = receivers.get(random.nextInt(receivers.size()));
    ObjectNode complements = Json.object().put("Nil", id).put("To", to);
    ObjectNode message = complements.putArray("With").addObject();
    message.put("Header", "MMM-MSG-V2.2").put("MessageID", id);
    message.putArray("MessageData").addObject().put("MessageData", "hello");
    return new ActionCall(
        Edition.TEC_2_2, Action.MM_SEND, sender.id(), complements, key, sender.token(), false);
  }
}
