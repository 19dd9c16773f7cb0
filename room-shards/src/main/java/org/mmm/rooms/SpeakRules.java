package org.mmm.rooms;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.mmm.items.ItemException;
import org.mmm.items.ItemJson;
import org.mmm.items.Payload;
import org.mmm.kernel.Address;
import org.mmm.kernel.Args;
import org.mmm.kernel.Call;
import org.mmm.kernel.Message;
import org.mmm.kernel.Moment;
import org.mmm.kernel.Outcome;
import org.mmm.kernel.Question;
import org.mmm.pa.PaStatus;
import org.mmm.pa.Reason;
import org.mmm.pa.With;
import org.mmm.rights.Authorization;
import org.mmm.rights.Decision;
import org.mmm.rights.Facts;
import org.mmm.rights.Line;

/**
 * A Message that is sent to a place is said in it: to all who watch it then. Who has a Persona here
 * may speak, and whoever else is granted MM-Send to this place. That it was said is written, what
 * was said is not.
 */
final class SpeakRules {
  /** Bytes of UTF-8 that can be said at once. */
  static final int MOST = 4096;

  private SpeakRules() {}

  /** The answer to DELIVER. */
  static Outcome<PlaceEvent> deliver(
      PlaceState place, Address self, Message.Consult consult, Args.Delivery what, Moment now) {
    Call call = consult.call();
    var before = Asked.before(place, consult);
    if (before.isPresent()) return Outcome.<PlaceEvent>nothing().send(consult.answer(before.get()));
    String text = text(what);
    Optional<PaStatus.Err> why = late(call, now).or(() -> refusal(place, text));
    if (why.isPresent()) return tell(place, consult, why.get(), List.of(), now);
    Decision decision =
        Authorization.decide(
            call.action(), call.grounds(), asHeard(place, call.subject()), now.millis());
    Outcome<PlaceEvent> told = tell(place, consult, decision.status(), decision.derivation(), now);
    return decision.permitted() && !call.dryRun()
        ? told.send(self, new Message.Said(call.subject(), what.item(), text))
        : told;
  }

  /** What another receiver has already is sent, and must come to all. */
  private static Optional<PaStatus.Err> late(Call call, Moment now) {
    return call.agreed(Question.DELIVER) ? Optional.empty() : Asked.ranOut(call, now);
  }

  private static Optional<PaStatus.Err> refusal(PlaceState place, String text) {
    if (!place.item().exists()) return Optional.of(Unborn.status(place.id()));
    if (text.isEmpty()) {
      return Optional.of(
          PaStatus.err(
              Reason.FAULTY_PA,
              "only a Message with text can be said in "
                  + place.id()
                  + ": send Items to Processes"));
    }
    int bytes = text.getBytes(StandardCharsets.UTF_8).length;
    return bytes <= MOST
        ? Optional.empty()
        : Optional.of(
            PaStatus.err(
                Reason.FAULTY_PA, "at most " + MOST + " bytes can be said at once, were " + bytes));
  }

  /** As if it were public to who stands here. */
  private static Facts asHeard(PlaceState place, String speaker) {
    Facts facts = place.item().facts();
    boolean here =
        place.seats().values().stream()
            .anyMatch(s -> s.dataType().equals("Persona") && s.owner().equals(speaker));
    return Facts.of(place.id(), facts.owner(), place.item().epoch(), here);
  }

  private static String text(Args.Delivery what) {
    With.Inline content = what.content();
    if (content == null || !what.dataType().equals("Message")) return "";
    org.mmm.items.Message message;
    try {
      message = ItemJson.read(org.mmm.items.Message.class, content.item());
    } catch (ItemException faulty) {
      return "";
    }
    return message.data().stream()
        .map(Payload::text)
        .filter(Objects::nonNull)
        .collect(Collectors.joining(" "))
        .strip();
  }

  private static Outcome<PlaceEvent> tell(
      PlaceState place, Message.Consult consult, PaStatus status, List<Line> lines, Moment now) {
    var told = Told.of(Question.DELIVER, consult.call(), status, null, lines);
    Outcome<PlaceEvent> outcome =
        Outcome.<PlaceEvent>nothing().send(consult.answer(Asked.finding(place, told)));
    return consult.call().dryRun()
        ? outcome
        : outcome.persist(new PlaceEvent.Spoken(told, now.hlc()));
  }
}
