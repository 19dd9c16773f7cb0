package org.mmm.process;

import java.util.ArrayList;
import java.util.List;
import org.mmm.action.Action;
import org.mmm.intent.Intents;
import org.mmm.items.DeonticVerb;
import org.mmm.items.Level;
import org.mmm.pa.Complements;
import org.mmm.rights.HeldRights;
import org.mmm.rights.Pattern;
import org.mmm.rights.Right;
import org.mmm.rights.Stamp;

/**
 * Something that was sent to a Process. The Rights that it brings follow from that fact, so they
 * are not kept: the fact is a tenth of their size.
 *
 * @param item the Message or Item
 * @param dataType its data type
 * @param owner who owned it when it was sent, and so the giver of the Rights
 * @param epoch its ownership epoch then: a later owner need not heed them
 * @param by the ID of the Process Action that sent it
 * @param millis when it came, epoch milliseconds
 */
record Gift(String item, String dataType, String owner, long epoch, String by, long millis) {
  /** What a receiver may do with what was sent to it: never own it. */
  private static final List<Action> GRANTED =
      List.of(Action.INFORM, Action.IDENTIFY, Action.MU_ACTUATE, Action.MM_SEND);

  static Gift of(ProcessEvent.Received e) {
    return new Gift(
        e.what().item(),
        e.what().dataType(),
        e.what().owner(),
        e.what().epoch(),
        Intents.actionId(e.by().subject(), e.by().seq()),
        e.at().millis());
  }

  /** To read it, Identify it, MU-Actuate it; and to send it on, if it is a Message. */
  List<Right> rights() {
    List<Right> rights = new ArrayList<>();
    for (Action action : GRANTED) {
      if (action == Action.MM_SEND && !dataType.equals("Message")) continue;
      rights.add(
          new Right(
              "Right-" + by + "-" + action.title(),
              DeonticVerb.MAY,
              Level.GRANTED,
              Pattern.of(action, Complements.nil(item)),
              null,
              owner,
              new Stamp(item, epoch),
              millis));
    }
    return rights;
  }

  /** Without the May Nots that the giver lifts by sending it: what comes later counts. */
  HeldRights liftedIn(HeldRights held) {
    HeldRights rest = held;
    for (Right right : rights()) rest = rest.with(right).without(right.id());
    return rest;
  }
}
