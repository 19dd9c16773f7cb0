package org.mmm.intent;

import java.util.ArrayList;
import java.util.List;
import org.mmm.action.Action;
import org.mmm.items.DeonticVerb;
import org.mmm.items.Level;
import org.mmm.kernel.Args;
import org.mmm.kernel.CallId;
import org.mmm.kernel.Moment;
import org.mmm.pa.Complements;
import org.mmm.rights.Pattern;
import org.mmm.rights.Right;
import org.mmm.rights.Stamp;

/** What a receiver may do with what was sent to it: never own it. */
public final class Delivered {
  private static final List<Action> GRANTED =
      List.of(Action.INFORM, Action.IDENTIFY, Action.MU_ACTUATE, Action.MM_SEND);

  private Delivered() {}

  /** The Rights that go with what was sent by that call. */
  public static List<Right> rights(CallId call, Args.Delivery what, Moment now) {
    String by = Intents.actionId(call.subject(), call.seq());
    return rights(by, what.item(), what.dataType(), what.owner(), what.epoch(), now.millis());
  }

  /**
   * To read it, Identify it, MU-Actuate it; and to send it on, if it is a Message.
   *
   * @param by the ID of the Process Action that sent it
   * @param epoch its ownership epoch then
   * @param millis when it came, epoch milliseconds
   */
  public static List<Right> rights(
      String by, String item, String dataType, String owner, long epoch, long millis) {
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
}
