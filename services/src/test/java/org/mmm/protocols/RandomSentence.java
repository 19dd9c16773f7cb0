package org.mmm.protocols;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.mmm.action.Action;
import org.mmm.action.Edition;
import org.mmm.pa.Complements;
import org.mmm.pa.ProcessAction;
import org.mmm.pa.With;

/** What somebody asks in a {@link RandomTown}. */
final class RandomSentence {
  private static final List<Action> ASKED =
      List.of(
          Action.MM_EMBED,
          Action.MM_EMBED,
          Action.MM_ADD,
          Action.MM_MOVE,
          Action.MM_ENABLE,
          Action.MM_DISABLE,
          Action.MM_ANIMATE,
          Action.POST,
          Action.TRANSACT,
          Action.CHANGE,
          Action.MM_SEND,
          Action.IDENTIFY,
          Action.UM_CAPTURE,
          Action.MU_ACTUATE,
          Action.AUTHOR,
          Action.MU_EMBED,
          Action.UM_ANIMATE,
          Action.TRACK,
          Action.UM_EMBED);

  /** Whom it asks, what, and the unused names that come with it. */
  record Said(ProcessAction sentence, List<String> fresh) {}

  private final RandomTown town;

  RandomSentence(RandomTown town) {
    this.town = town;
  }

  Said next() {
    Action action = town.of(ASKED);
    boolean selects = action == Action.MM_EMBED && !town.likely(3);
    String subject = town.of(RandomTown.USERS);
    Complements c = selects ? selecting() : complements(action, subject);
    return new Said(new ProcessAction(subject, action, Edition.ARC_1_2, c), fresh(action));
  }

  /** Land, By the Parcel Service. */
  private Complements selecting() {
    return Complements.nil(town.of(RandomTown.THINGS)).withAt("Land").withBy("ParcelService");
  }

  private Complements complements(Action action, String subject) {
    String thing = town.of(RandomTown.THINGS);
    String place = town.of(RandomTown.PLACES);
    String placed = town.likely(6) ? thing : place;
    return switch (action) {
      case MM_EMBED, MM_ADD -> from(Complements.nil(placed).withAt(town.of(RandomTown.PLACES)));
      case MM_MOVE -> from(Complements.nil(placed).withTo(town.of(RandomTown.PLACES)));
      case MM_ENABLE, MM_DISABLE, POST -> Complements.nil(placed);
      case MM_ANIMATE ->
          Complements.nil(thing).with(List.of(new With.Named(RandomTown.STREAM, false)));
      case TRANSACT ->
          Complements.nil(placed).withFrom(town.likely(2) ? town.of(RandomTown.USERS) : subject);
      case CHANGE ->
          Complements.NONE
              .withOf(town.of(RandomTown.USERS))
              .with(List.of(Town.embedding(town.likely(2) ? "May" : "May Not", thing, place)));
      case MM_SEND -> sending(thing);
      case IDENTIFY -> Complements.nil(RandomTown.DATA);
      case UM_CAPTURE -> Complements.NONE.withAt(uLocation());
      case MU_ACTUATE -> Complements.nil(thing).withAt(uLocation());
      case AUTHOR -> Complements.NONE.with(List.of(new With.Inline(room())));
      case MU_EMBED -> Complements.nil(thing).withTo(RandomTown.DEVICE).withAt(uLocation());
      case UM_ANIMATE, TRACK -> Complements.nil(thing).withAt(uLocation());
      default -> Complements.NONE.withAt(uLocation()).withTo(place);
    };
  }

  private Complements from(Complements c) {
    return town.likely(3) ? c : c.withFrom(town.of(RandomTown.PLACES));
  }

  private String uLocation() {
    return town.likely(8) ? RandomTown.HOME : "Chair";
  }

  private Complements sending(String thing) {
    String to = town.of(RandomTown.USERS);
    Complements c =
        switch (town.of(List.of(0, 1, 2))) {
          case 0 -> Complements.NONE.withTo(to);
          case 1 -> Complements.NONE.withTo(to, RandomTown.DEVICE);
          default -> Complements.NONE.withTo("ActivityService");
        };
    return town.likely(2)
        ? c.withNil(Town.minted(1)).with(List.of(Town.text("Hello")))
        : c.withNil(thing);
  }

  private static ObjectNode room() {
    ObjectNode room = JsonNodeFactory.instance.objectNode().put("Header", "MMM-ROM-V2.2");
    return room.put("Capacity", 4);
  }

  private static List<String> fresh(Action action) {
    return switch (action) {
      case MM_SEND -> List.of(Town.minted(1));
      case IDENTIFY -> List.of("Stream-000000000002");
      case MU_ACTUATE, MU_EMBED -> List.of("RItem-000000000002");
      case AUTHOR -> List.of("Room-000000000002");
      case TRANSACT -> List.of("Transaction-000000000002");
      default -> List.of("Data-000000000002", "Stream-000000000002", "RItem-000000000002");
    };
  }
}
