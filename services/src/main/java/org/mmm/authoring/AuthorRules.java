package org.mmm.authoring;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mmm.action.Action;
import org.mmm.action.MmmService;
import org.mmm.directory.Buckets;
import org.mmm.item.Counting;
import org.mmm.items.Item;
import org.mmm.items.ItemException;
import org.mmm.items.ItemJson;
import org.mmm.items.MLocation;
import org.mmm.items.Parcel;
import org.mmm.items.Room;
import org.mmm.kernel.Address;
import org.mmm.kernel.Args;
import org.mmm.kernel.Call;
import org.mmm.kernel.Finding;
import org.mmm.kernel.Message;
import org.mmm.kernel.MintedName;
import org.mmm.kernel.Moment;
import org.mmm.kernel.Name;
import org.mmm.kernel.Question;
import org.mmm.kernel.Reply;
import org.mmm.pa.Complements;
import org.mmm.pa.PaStatus;
import org.mmm.pa.Reason;
import org.mmm.pa.With;
import org.mmm.service.ServiceAsk;
import org.mmm.service.ServiceMachine;
import org.mmm.service.ServiceMachine.Step;

/**
 * Author: a new Item, owned by who asks. Its name is claimed, it is counted, it is founded, and its
 * Rights are MM-Sent to the User. Who makes it stands nowhere yet: MM-Embed places it.
 */
public final class AuthorRules implements ServiceMachine.Rules {
  /** What is written about others is not made to order. */
  private static final Set<String> NOT_AUTHORED =
      Set.of("Account", "Process", "Rights", "Rules", "Transaction", "ActivityData", "IPPMessage");

  @Override
  public Step perform(Address self, Call call, Moment now) {
    ObjectNode json = payload(call);
    if (json == null) {
      return Step.refuse(
          call, Reason.FAULTY_PA, "Author needs With and the Item to be made, such as a Room");
    }
    Item item;
    try {
      item = ItemJson.read(Item.class, json);
    } catch (ItemException e) {
      return Step.refuse(call, Reason.FAULTY_PA, String.valueOf(e.getMessage()));
    }
    String id = self.id().substring(self.id().indexOf('/') + 1);
    String dataType = dataType(item);
    if (NOT_AUTHORED.contains(dataType)) {
      return Step.refuse(call, Reason.FAULTY_PA, dataType + " is not made by the Author Service");
    }
    boolean place = item instanceof Room || item instanceof Parcel || item instanceof MLocation;
    Name as = new Name(place ? Address.Kind.PLACE : Address.Kind.ITEM, dataType);
    Optional<Finding> claimed = call.found(Question.CLAIM);
    boolean light = MintedName.light(id).isPresent();
    if (claimed.isEmpty() && !light) {
      return Step.consult(
          Message.consult(self, Buckets.of(id), Question.CLAIM, call, new Args.Claiming(id, as)));
    }
    if (!light && claimed.get().status() instanceof PaStatus.Err taken) {
      return Step.refuse(call, taken.reason(), taken.detail());
    }
    if (Counting.matters(call)) { // from here on it can only be finished
      Optional<Finding> room = Counting.taken(call);
      if (room.isEmpty()) return Step.consult(Counting.take(self, call, place));
      if (room.get().status() instanceof PaStatus.Err full) {
        return Step.end(Reply.of(call, full).with(room.get().derivation()));
      }
    }
    Optional<Finding> founded = call.found(Question.FOUND, id);
    if (founded.isEmpty()) {
      return Step.consult(
          Message.consult(
              self, as.address(id), Question.FOUND, call, founding(call, item, dataType, json)));
    }
    if (founded.get().status() instanceof PaStatus.Err refused) {
      if (Counting.matters(call) && !Counting.givenBack(call)) {
        return Step.consult(Counting.giveBack(self, call, place));
      }
      return Step.refuse(call, refused.reason(), refused.detail());
    }
    return done(call, id, place, now);
  }

  private static Step done(Call call, String id, boolean place, Moment now) {
    String rightsId = MintedName.derived("Rights", call.id().toString());
    ObjectNode rights =
        ServiceAsk.rights(
            rightsId,
            "Acquired",
            place
                ? List.of(
                    ServiceAsk.pattern(Action.MM_EMBED, "NilItem", id),
                    ServiceAsk.pattern(Action.MM_EMBED, "AtItem", id))
                : List.of(ServiceAsk.pattern(Action.MM_EMBED, "NilItem", id)));
    return Step.end(
        Reply.of(call, PaStatus.ACK).with(Complements.nil(id)).creating(),
        ServiceAsk.send(MmmService.AUTHOR, call, call.subject(), rightsId, rights, now));
  }

  private static Args.Founding founding(Call call, Item item, String dataType, ObjectNode json) {
    double side = 0;
    int capacity = 0;
    if (item instanceof Room r) {
      side = r.side();
      capacity = r.capacity();
    } else if (item instanceof Parcel p) {
      side = p.side();
    } else if (item instanceof MLocation m) {
      side = m.side();
    }
    return new Args.Founding(
        dataType,
        call.subject(),
        call.account(),
        false,
        false,
        side,
        capacity,
        json,
        null,
        null,
        null,
        List.of(),
        null);
  }

  private static String dataType(Item item) {
    if (item instanceof org.mmm.items.ModelObject) return "Persona";
    return item.type().title().replaceAll("[^A-Za-z]", "");
  }

  private static @Nullable ObjectNode payload(Call call) {
    for (With with : call.action().complements().with()) {
      if (!(with instanceof With.Inline inline)) continue;
      String header = inline.item().path("Header").asText();
      if (!header.startsWith("MMM-RGT") && !header.startsWith("MMM-PAC")) return inline.item();
    }
    return null;
  }
}
