package org.mmm.registration;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.mmm.kernel.Outcome;
import org.mmm.kernel.Query;
import org.mmm.kernel.Response;
import org.mmm.pa.PaStatus;
import org.mmm.pa.Reason;

/** What an Account tells of itself. */
final class AccountView {
  /** Who waits for news of the log. */
  static final String LOG = "log";

  private AccountView() {}

  static Outcome<AccountEvent> read(
      AccountState account, Query query, String human, String mInstance) {
    Outcome<AccountEvent> outcome = Outcome.nothing();
    if (query instanceof Query.Activity q) {
      return q.waiting() && account.log().last() <= q.after()
          ? outcome.await(LOG)
          : outcome.respond(new Response.View(account.log().view(q.after(), q.limit())));
    }
    AccountEvent.RegistrationBegan began = account.began();
    if (!(query instanceof Query.Profile) || began == null || !account.registered()) {
      return outcome.respond(
          new Response.Refused(PaStatus.err(Reason.INC_ID, human + " has no Account")));
    }
    return outcome.respond(new Response.View(profile(began, human, mInstance)));
  }

  /** What the edge needs to let the human in again, and what the human may take away. */
  private static ObjectNode profile(
      AccountEvent.RegistrationBegan began, String human, String mInstance) {
    ObjectNode view = JsonNodeFactory.instance.objectNode();
    view.put("humanID", human).put("accountID", began.plan().account());
    view.put("recoveryHash", began.recoveryHash());
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
