package org.mmm.resolution;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mmm.action.Action;
import org.mmm.directory.Buckets;
import org.mmm.item.Counting;
import org.mmm.kernel.Address;
import org.mmm.kernel.Args;
import org.mmm.kernel.Call;
import org.mmm.kernel.Finding;
import org.mmm.kernel.Message;
import org.mmm.kernel.MintedName;
import org.mmm.kernel.Moment;
import org.mmm.kernel.Name;
import org.mmm.kernel.Question;
import org.mmm.kernel.RemoteName;
import org.mmm.kernel.Reply;
import org.mmm.kernel.Send;

/**
 * A Process of this M-Instance acquires an Item of another one, by Transact. It is counted for its
 * Account before the letter is taken: that it was taken is the word of this M-Instance that it will
 * have the Item, whatever happens. The other one hands it over or not; if so, it is founded here
 * under a name of this M-Instance, owned by the Process, however late that is, and the other one is
 * told so until it has heard it.
 */
final class Acquiring {
  private static final long LASTING_MILLIS = 24 * 3_600_000L;
  private static final int NAMES = 4;

  private Acquiring() {}

  /** Whether that is what is asked. */
  static boolean asks(Call call) {
    String nil = call.action().complements().nil();
    return call.action().action() == Action.TRANSACT && nil != null && RemoteName.is(nil);
  }

  /** What is to be asked before the letter is taken; null if nothing is left. */
  static @Nullable Send first(Address self, Call call) {
    return Counting.matters(call) && Counting.taken(call).isEmpty()
        ? Counting.take(self, call, false)
        : null;
  }

  /** What is to be asked before it ends without having been taken; null if nothing is left. */
  static @Nullable Send undo(Address self, Call call) {
    return Counting.matters(call) && !Counting.givenBack(call)
        ? Counting.giveBack(self, call, false)
        : null;
  }

  /** What is next once a letter was answered: another question, or the end. */
  record Next(@Nullable Send question, @Nullable Reply end) {}

  /**
   * @param call of the letter, with what was found out since it was answered
   */
  static Next next(Address self, Letter letter, Reply came, Call call, Moment now) {
    Call lasting = lasting(call, now);
    Optional<Acquired> item = Acquired.in(came);
    if (item.isEmpty()) { // refused, or a place, which stays where it is
      boolean counted = Counting.matters(call) && !Counting.givenBack(call);
      return counted ? ask(giveBack(self, lasting)) : new Next(null, came);
    }
    String dataType = item.get().dataType();
    Name as = new Name(Address.Kind.ITEM, dataType);
    for (int n = 0; n < NAMES; n++) {
      String name = MintedName.derived(dataType, letter.id() + "/" + n);
      if (MintedName.light(name).isEmpty()) {
        Optional<Finding> claimed = call.found(Question.CLAIM, name);
        if (claimed.isEmpty()) {
          var claiming = new Args.Claiming(name, as);
          return ask(Message.consult(self, Buckets.of(name), Question.CLAIM, lasting, claiming));
        }
        if (!claimed.get().status().acknowledged()) continue;
      }
      Optional<Finding> founded = call.found(Question.FOUND, name);
      if (founded.isEmpty()) {
        var founding = founding(call, item.get());
        return ask(Message.consult(self, as.address(name), Question.FOUND, lasting, founding));
      }
      if (founded.get().status().acknowledged()) {
        return new Next(null, item.get().told(came, name));
      }
    }
    return new Next(null, null); // it begins anew within the second
  }

  /** It was counted when the letter was taken, which may be long ago. */
  private static Send giveBack(Address self, Call call) {
    return Counting.handedOver(self, call, call.account(), false);
  }

  private static Next ask(Send question) {
    return new Next(question, null);
  }

  private static Args.Founding founding(Call call, Acquired item) {
    return new Args.Founding(
        item.dataType(),
        call.subject(),
        call.account(),
        false,
        false,
        0,
        0,
        item.kept(),
        null,
        null,
        null,
        List.of(),
        null);
  }

  /** What was committed is finished, however late. */
  private static Call lasting(Call call, Moment now) {
    return new Call(
        call.id(),
        call.action(),
        call.account(),
        call.names(),
        call.fresh(),
        call.grounds(),
        now.millis() + LASTING_MILLIS,
        false,
        false,
        call.settledBelow(),
        call.findings());
  }
}
