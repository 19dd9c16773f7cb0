package org.mmm.item;

import java.util.Optional;
import org.mmm.action.MmmService;
import org.mmm.kernel.Address;
import org.mmm.kernel.Args;
import org.mmm.kernel.Call;
import org.mmm.kernel.Finding;
import org.mmm.kernel.Message;
import org.mmm.kernel.Question;
import org.mmm.kernel.Send;

/**
 * How a performer has what is to be owned counted for the Account that asks, before it is made or
 * handed over. The count is kept by the holdings of the Account, an entity of the Rights Service.
 *
 * <p>What lasts is counted: not Messages, captured Data and what is actuated in the Universe, which
 * pass between Processes and are bounded by their rate.
 */
public final class Counting {
  private static final Args.Counting ITEM = new Args.Counting(1, 0, false);
  private static final Args.Counting PLACE = new Args.Counting(1, 1, false);

  private Counting() {}

  /** Whether anything is counted for who asks: Services and the world itself have no Account. */
  public static boolean matters(Call call) {
    return !call.account().isEmpty();
  }

  /** Asks for room for one. */
  public static Send take(Address self, Call call, boolean place) {
    return take(self, call, call.account(), place ? PLACE : ITEM);
  }

  /** Asks for room for so many, for that Account. */
  public static Send take(Address self, Call call, String account, Args.Counting what) {
    return Message.consult(self, holdings(account), Question.COUNT, call, what);
  }

  /** What the holdings said to {@link #take}, if they were asked. */
  public static Optional<Finding> taken(Call call) {
    return call.found(Question.COUNT, call.account());
  }

  /** Gives the room back: it was not made, and never will be by this call. */
  public static Send giveBack(Address self, Call call, boolean place) {
    return Message.consult(
        self, holdings(call.account()), Question.UNCOUNT, call, place ? PLACE : ITEM);
  }

  public static boolean givenBack(Call call) {
    return call.found(Question.UNCOUNT, call.account()).isPresent();
  }

  /** Tells the former owner's holdings that it was handed over. */
  public static Send handedOver(Address self, Call call, String account, boolean place) {
    return Message.consult(
        self, holdings(account), Question.UNCOUNT, call, new Args.Counting(1, place ? 1 : 0, true));
  }

  private static Address holdings(String account) {
    return Address.service(MmmService.RIGHTS, account);
  }
}
