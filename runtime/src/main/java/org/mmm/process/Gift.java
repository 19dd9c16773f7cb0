package org.mmm.process;

import java.util.List;
import org.mmm.intent.Delivered;
import org.mmm.intent.Intents;
import org.mmm.rights.HeldRights;
import org.mmm.rights.Right;

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
  static Gift of(ProcessEvent.Received e) {
    return new Gift(
        e.what().item(),
        e.what().dataType(),
        e.what().owner(),
        e.what().epoch(),
        Intents.actionId(e.by().subject(), e.by().seq()),
        e.at().millis());
  }

  /** What it may do with it, which is never to own it. */
  List<Right> rights() {
    return Delivered.rights(by, item, dataType, owner, epoch, millis);
  }

  /** Without the May Nots that the giver lifts by sending it: what comes later counts. */
  HeldRights liftedIn(HeldRights held) {
    HeldRights rest = held;
    for (Right right : rights()) rest = rest.with(right).without(right.id());
    return rest;
  }
}
