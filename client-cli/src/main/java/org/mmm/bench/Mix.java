package org.mmm.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.SplittableRandom;
import org.mmm.action.Action;
import org.mmm.action.Edition;
import org.mmm.client.ActionCall;
import org.mmm.client.Json;

/** Draws what a User does next: 40 % MM-Embed, 40 % MM-Send, 20 % Identify; or MM-Embed alone. */
final class Mix {
  private final Cast cast;
  private final int self;
  private final boolean square;
  private final String keys;
  private final SplittableRandom random;
  private long count;

  /**
   * @param keys begins every key of this User
   */
  Mix(Cast cast, int self, Plan plan, String keys) {
    this.cast = cast;
    this.self = self;
    this.square = plan.square();
    this.keys = keys;
    this.random = new SplittableRandom(plan.seed() + self);
  }

  ActionCall next() {
    count++;
    int drawn = random.nextInt(100);
    if (square) {
      return embed("MM-Square");
    }
    if (drawn < 40) {
      return embed(cast.rooms().get(random.nextInt(cast.rooms().size())));
    }
    return drawn < 80 ? send() : identify();
  }

  private ActionCall embed(String place) {
    ObjectNode complements = Json.object().put("Nil", me().persona()).put("At", place);
    return call(Edition.ARC_1_2, Action.MM_EMBED, complements);
  }

  private ActionCall send() {
    String id = "Message-" + key();
    String to = cast.users().get(random.nextInt(cast.users().size())).id();
    ObjectNode complements = Json.object().put("Nil", id).put("To", to);
    ObjectNode message = complements.putArray("With").addObject();
    message.put("Header", "MMM-MSG-V2.2").put("MessageID", id);
    message.putArray("MessageData").addObject().put("MessageData", "hello");
    return call(Edition.TEC_2_2, Action.MM_SEND, complements);
  }

  private ActionCall identify() {
    return call(Edition.TEC_2_2, Action.IDENTIFY, Json.object().put("Nil", me().data()));
  }

  private ActionCall call(Edition edition, Action action, ObjectNode complements) {
    return new ActionCall(edition, action, me().id(), complements, key(), me().token(), false);
  }

  private String key() {
    return keys + "-" + self + "-" + count;
  }

  private Cast.Actor me() {
    return cast.users().get(self);
  }
}
