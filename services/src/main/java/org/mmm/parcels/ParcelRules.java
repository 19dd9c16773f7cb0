package org.mmm.parcels;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mmm.action.Action;
import org.mmm.action.Edition;
import org.mmm.action.MmmService;
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
import org.mmm.pa.PaStatus;
import org.mmm.pa.Reason;
import org.mmm.rights.Authorization;
import org.mmm.rights.Decision;
import org.mmm.rights.Facts;
import org.mmm.service.ServiceAsk;
import org.mmm.service.ServiceMachine;
import org.mmm.service.ServiceMachine.Step;
import org.mmm.transactions.Handover;

/**
 * MM-Embed of a Persona at a Parcel By the Parcel Service: selects the Parcel (the paper, 4.1.3).
 * It is handed over at price 0; then the Service Changes the User's Rights to it and MM-Sends them.
 * The Persona itself is embedded as the second part of the composite.
 */
public final class ParcelRules implements ServiceMachine.Rules {
  private static final String SERVICE = MmmService.PARCEL.id(Edition.ARC_1_2);

  @Override
  public Step perform(Address self, Call call, Moment now) {
    String parcel = call.action().complements().places().get(0);
    String persona = String.valueOf(call.action().complements().nil());
    Name land = call.names().get(parcel);
    if (land == null || !land.dataType().equals("Parcel")) {
      return Step.refuse(
          call, Reason.FAULTY_PA, parcel + " is no Parcel: " + SERVICE + " hands over Parcels");
    }
    Decision mayAsk =
        Authorization.decide(
            call.action(), call.grounds(), Facts.of(parcel, SERVICE, 0, false), now.millis());
    if (mayAsk.status() instanceof PaStatus.Err refused) {
      return Step.end(Reply.of(call, refused).with(mayAsk.derivation()));
    }
    Name item = call.names().get(persona);
    if (item == null) return Step.refuse(call, Reason.INC_ID, "there is no " + persona);
    Optional<Finding> own = call.found(Question.OWN, persona);
    if (own.isEmpty()) {
      return Step.consult(Message.consult(self, item.address(persona), Question.OWN, call, null));
    }
    if (own.get().status() instanceof PaStatus.Err refused) {
      return Step.end(Reply.of(call, refused).with(own.get().derivation()));
    }
    Args.Reservation terms =
        new Args.Reservation(call.subject(), call.account(), "", BigDecimal.ZERO, "EUR", SERVICE);
    return Handover.next(self, call, parcel, terms).orElseGet(() -> done(call, parcel, now));
  }

  private static Step done(Call call, String parcel, Moment now) {
    String id = MintedName.derived("Rights", call.id().toString());
    ObjectNode rights =
        ServiceAsk.rights(
            id, "Acquired", List.of(ServiceAsk.pattern(Action.MM_EMBED, "AtItem", parcel)));
    Map<String, Name> names = new HashMap<>(call.names());
    names.put(call.subject(), new Name(Address.Kind.PROCESS, "User"));
    return Step.end(
        Reply.of(call, PaStatus.ACK),
        ServiceAsk.change(MmmService.PARCEL, call, call.subject(), rights, names, now),
        ServiceAsk.send(MmmService.PARCEL, call, call.subject(), id, rights, now));
  }
}
