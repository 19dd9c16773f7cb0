package org.mmm.registration;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.mmm.kernel.Moment;
import org.mmm.kernel.Outcome;
import org.mmm.kernel.Query;
import org.mmm.kernel.Response;
import org.mmm.pa.PaStatus;
import org.mmm.pa.Reason;

/** What an Account tells of itself, and the change of what lets its human in. */
final class AccountView {
  /** Who waits for news of the log. */
  static final String LOG = "log";

  private AccountView() {}

  static Outcome<AccountEvent> read(
      AccountState account, Query query, String human, String mInstance, Moment now) {
    Outcome<AccountEvent> outcome = Outcome.nothing();
    if (query instanceof Query.Activity q) {
      return q.waiting() && account.log().last() <= q.after()
          ? outcome.await(LOG)
          : outcome.respond(new Response.View(account.log().view(q.after(), q.limit())));
    }
    AccountEvent.RegistrationBegan began = account.began();
    if (began == null || !account.registered()) return unknown(human);
    if (query instanceof Query.NewPassword q) return password(account, q, human, now);
    if (!(query instanceof Query.Profile)) return unknown(human);
    return outcome.respond(new Response.View(profile(account, began, human, mInstance)));
  }

  private static Outcome<AccountEvent> unknown(String human) {
    return Outcome.<AccountEvent>nothing()
        .respond(new Response.Refused(PaStatus.err(Reason.INC_ID, human + " has no Account")));
  }

  /** Of two who change it at the same time, knowing the same one, only one does. */
  private static Outcome<AccountEvent> password(
      AccountState account, Query.NewPassword change, String human, Moment now) {
    Outcome<AccountEvent> outcome = Outcome.nothing();
    String before = account.passwordHash() == null ? "" : account.passwordHash();
    if (!before.equals(change.before())) {
      String detail = "the password of " + human + " was changed meanwhile; sign in and try again";
      return outcome.respond(new Response.Refused(PaStatus.err(Reason.CLASH, detail)));
    }
    return outcome
        .persist(new AccountEvent.PasswordSet(change.hash(), now.hlc()))
        .respond(new Response.View(JsonNodeFactory.instance.objectNode()));
  }

  /** What the edge needs to let the human in again, and what the human may take away. */
  private static ObjectNode profile(
      AccountState account, AccountEvent.RegistrationBegan began, String human, String mInstance) {
    ObjectNode view = JsonNodeFactory.instance.objectNode();
    view.put("humanID", human).put("accountID", began.plan().account());
    view.put("recoveryHash", began.recoveryHash());
    if (account.passwordHash() != null) view.put("passwordHash", account.passwordHash());
    var processes = view.putArray("processes");
    for (Plan.PlannedProcess p : began.plan().processes()) {
      processes
          .addObject()
          .put("processID", p.id())
          .put("processType", p.type().wireName())
          .put("tokenId", began.tokenId());
    }
    view.set("account", began.plan().item(human, mInstance));
    began.profile().readable().ifPresent(text -> view.put("personalProfile", text));
    return view;
  }
}
