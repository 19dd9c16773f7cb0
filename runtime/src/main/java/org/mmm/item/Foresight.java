package org.mmm.item;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mmm.action.Edition;
import org.mmm.action.MmmService;
import org.mmm.intent.Delivered;
import org.mmm.kernel.Args;
import org.mmm.kernel.Call;
import org.mmm.kernel.Finding;
import org.mmm.kernel.Foreseen;
import org.mmm.kernel.Message;
import org.mmm.kernel.Moment;
import org.mmm.kernel.Name;
import org.mmm.kernel.Question;
import org.mmm.rights.Facts;
import org.mmm.rights.Grounds;
import org.mmm.rights.Right;

/**
 * An Item as it would be, had the earlier parts of a composite been performed: for the dry run of a
 * later part, and never written.
 */
public final class Foresight {
  private Foresight() {}

  /** The Item to decide by: itself, unless the message belongs to a dry run that foresees more. */
  public static ItemState of(ItemState item, Message message, Moment now) {
    if (message instanceof Message.Request m) return of(item, m.call(), now);
    return message instanceof Message.Consult m ? of(item, m.call(), now) : item;
  }

  private static ItemState of(ItemState item, Call call, Moment now) {
    ItemState as = item;
    for (Foreseen f : call.foreseen()) {
      if (!f.item().equals(item.id())) continue;
      if (f instanceof Foreseen.Born b && !as.exists()) {
        as = as.apply(new ItemEvent.Founded(born(b, call), call.id(), now.hlc()));
      } else if (f instanceof Foreseen.HandedOver h && as.exists()) {
        as = as.apply(new ItemEvent.Transferred(call.id(), terms(h, call), as.owner(), now.hlc()));
      }
    }
    return as;
  }

  /** The grounds of who asks, with those that come with what would have been sent to it. */
  static Grounds grounds(ItemState item, Call call, Moment now) {
    List<Right> all = new ArrayList<>();
    for (Foreseen f : call.foreseen()) {
      if (!(f instanceof Foreseen.Sent s) || !s.to().equals(call.subject())) continue;
      Name name = call.names().get(s.item());
      Facts facts = s.item().equals(item.id()) ? item.facts() : told(call, s.item());
      if (name == null || facts == null) continue;
      var what = new Args.Delivery(s.item(), name.dataType(), facts.owner(), facts.epoch(), null);
      all.addAll(Delivered.rights(call.id(), what, now));
    }
    if (all.isEmpty()) return call.grounds();
    all.removeIf(r -> !r.pattern().permits(call.action()));
    all.addAll(call.grounds().rights());
    return new Grounds(all.stream().limit(Grounds.MOST).toList());
  }

  private static @Nullable Facts told(Call call, String item) {
    return call.found(Question.USE, item).map(Finding::facts).orElse(null);
  }

  private static Args.Founding born(Foreseen.Born b, Call call) {
    return new Args.Founding(
        b.dataType(),
        b.owner(),
        call.account(),
        false,
        false,
        0,
        0,
        null,
        null,
        null,
        null,
        List.of(),
        null);
  }

  private static Args.Reservation terms(Foreseen.HandedOver h, Call call) {
    String by = MmmService.PARCEL.id(Edition.ARC_1_2);
    return new Args.Reservation(h.owner(), call.account(), "", BigDecimal.ZERO, "EUR", by);
  }
}
