package org.mmm.process;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.mmm.action.Action;
import org.mmm.action.Edition;
import org.mmm.kernel.Message;
import org.mmm.kernel.Moment;
import org.mmm.kernel.Outcome;
import org.mmm.kernel.Query;
import org.mmm.kernel.RemoteName;
import org.mmm.kernel.Response;
import org.mmm.log.LogTail;
import org.mmm.pa.Complements;
import org.mmm.pa.PaStatus;
import org.mmm.pa.ProcessAction;
import org.mmm.pa.Reason;
import org.mmm.pa.With;
import org.mmm.rights.Authorization;
import org.mmm.rights.Decision;
import org.mmm.rights.Facts;
import org.mmm.rights.Right;

/** What a Process tells of itself, to who presents one of its tokens or is the operator. */
final class Telling {
  /** Who waits for news of the log. */
  static final String LOG = "log";

  /** Who of the others waits for news of the log. */
  static final String LOG_OF_OTHER = "log of other";

  /** Who waits for something to be received. */
  static final String INBOX = "inbox";

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private Telling() {}

  static Outcome<ProcessEvent> read(ProcessState process, Query query, Moment now) {
    Outcome<ProcessEvent> outcome = Outcome.nothing();
    if (query instanceof Query.Session && RemoteName.is(process.id())) {
      String who = process.id() + " is of another M-Instance, which alone speaks for it";
      return outcome.respond(new Response.Refused(PaStatus.err(Reason.INS_RIGHTS, who)));
    }
    if (query instanceof Query.Session q) {
      return outcome.persist(new ProcessEvent.SessionBegan(q.tokenId())).respond(done());
    }
    if (query instanceof Query.EndSession q) {
      return outcome.persist(new ProcessEvent.SessionEnded(q.tokenId())).respond(done());
    }
    String token = token(query);
    if (token != null && !process.tokens().contains(token)) {
      return outcome.respond(new Response.BadToken());
    }
    if (query instanceof Query.ReadItem q) return readItem(process, q, now);
    if (query instanceof Query.ReadActivity q) return readActivity(process, q, now);
    if (query instanceof Query.ShowActivity q) return showActivity(process, q, now);
    if (query instanceof Query.Activity q) {
      boolean nothingNew = process.log().last() <= q.after();
      return q.waiting() && nothingNew
          ? outcome.await(LOG)
          : outcome.respond(new Response.View(process.log().view(q.after(), q.limit())));
    }
    if (query instanceof Query.Inbox q) {
      return q.waiting() && process.inbox().last() <= q.after()
          ? outcome.await(INBOX)
          : outcome.respond(inbox(process, q.after()));
    }
    if (query instanceof Query.InboxAck q) {
      return outcome.persist(new ProcessEvent.InboxAcknowledged(q.upTo())).respond(done());
    }
    if (query instanceof Query.RightsHeld) {
      return outcome.respond(new Response.View(rights(process)));
    }
    if (query instanceof Query.Known) {
      ObjectNode view = JSON.objectNode();
      ArrayNode ids = view.putArray("items");
      process.known().forEach(ids::add);
      return outcome.respond(new Response.View(view));
    }
    return outcome.respond(new Response.View(profile(process)));
  }

  /** What it received after that number, oldest first. */
  static Response inbox(ProcessState process, long after) {
    ObjectNode view = JSON.objectNode();
    ArrayNode messages = view.putArray("messages");
    for (Inbox.Entry entry : process.inbox().entries()) {
      if (entry.number() <= after) continue;
      ProcessEvent.Received r = entry.received();
      ObjectNode message = JSON.objectNode();
      message.put("source", r.action().source());
      message.put("action", r.action().action().nameIn(r.action().edition()));
      message.put("item", r.what().item());
      message.put("dataType", r.what().dataType());
      message.put("time", Instant.ofEpochMilli(r.at().millis()).toString());
      message.set("complements", LogTail.json(r.action().complements()));
      With.Inline content = r.what().content();
      if (content != null) message.set("content", content.item());
      messages.addObject().put("seq", entry.number()).set("message", message);
    }
    view.put("last", process.inbox().last());
    return new Response.View(view);
  }

  private static Outcome<ProcessEvent> readItem(
      ProcessState process, Query.ReadItem query, Moment now) {
    ProcessAction reading =
        new ProcessAction(
            process.id(), Action.INFORM, Edition.TEC_2_2, Complements.nil(query.item().id()));
    Query.Show show = new Query.Show(reading, process.grounds(reading, now.millis()), false);
    return Outcome.<ProcessEvent>nothing().forward(query.item(), new Message.Read(show));
  }

  private static Outcome<ProcessEvent> readActivity(
      ProcessState process, Query.ReadActivity query, Moment now) {
    ProcessAction reading =
        new ProcessAction(
            process.id(), Action.INFORM, Edition.TEC_2_2, Complements.nil(query.process().id()));
    var grounds = process.rights().grounds(reading, now.millis());
    Query.ShowActivity show =
        new Query.ShowActivity(reading, grounds, query.after(), query.limit(), query.waiting());
    return Outcome.<ProcessEvent>nothing().forward(query.process(), new Message.Read(show));
  }

  /** A Process is its own owner; what it lets others read, they read by its Rights. */
  private static Outcome<ProcessEvent> showActivity(
      ProcessState process, Query.ShowActivity query, Moment now) {
    Outcome<ProcessEvent> outcome = Outcome.nothing();
    Decision decision =
        Authorization.decide(query.reader(), query.grounds(), ofItself(process), now.millis());
    if (decision.status() instanceof PaStatus.Err refused) {
      return outcome.respond(new Response.Refused(refused));
    }
    return query.waiting() && process.log().last() <= query.after()
        ? outcome.await(LOG_OF_OTHER)
        : outcome.respond(new Response.View(process.log().view(query.after(), query.limit())));
  }

  /** What a Process knows of itself where others would read of it. */
  static Facts ofItself(ProcessState process) {
    return Facts.of(process.id(), process.id(), 0, false);
  }

  private static ObjectNode rights(ProcessState process) {
    ObjectNode view = JSON.objectNode();
    ArrayNode rights = view.putArray("rights");
    for (Right r : process.allRights()) {
      ObjectNode right = rights.addObject();
      right.put("rightID", r.id());
      right.put("deonticVerb", r.verb().wireName());
      right.put("level", r.level().wireName());
      right.put("action", r.pattern().action().title());
      right.put("sentence", r.sentence());
      right.put("giver", r.giver());
      right.put("given", Instant.ofEpochMilli(r.givenMillis()).toString());
      ObjectNode slots = right.putObject("complements");
      if (r.pattern().nil() != null) slots.put("Nil", r.pattern().nil());
      if (!r.pattern().places().isEmpty()) r.pattern().places().forEach(slots.putArray("At")::add);
      if (!r.pattern().from().isEmpty()) r.pattern().from().forEach(slots.putArray("From")::add);
      if (r.pattern().by() != null) slots.put("By", r.pattern().by());
      if (r.pattern().of() != null) slots.put("Of", r.pattern().of());
      if (r.stamp() != null) {
        right.putObject("stamp").put("entity", r.stamp().entity()).put("epoch", r.stamp().epoch());
      }
    }
    return view;
  }

  private static ObjectNode profile(ProcessState process) {
    ObjectNode view = JSON.objectNode();
    view.put("processID", process.id());
    view.put("type", process.type().wireName());
    view.put("accountID", process.account());
    view.put("humanID", process.birth().owner());
    ArrayNode actions = view.putArray("actions");
    for (Action action : Action.values()) {
      if (Submitting.can(process.type(), action)) actions.add(action.title());
    }
    return view;
  }

  private static @Nullable String token(Query query) {
    if (query instanceof Query.ReadItem q) return q.tokenId();
    if (query instanceof Query.Activity q) return q.tokenId();
    if (query instanceof Query.ReadActivity q) return q.tokenId();
    if (query instanceof Query.RightsHeld q) return q.tokenId();
    if (query instanceof Query.Known q) return q.tokenId();
    if (query instanceof Query.Profile q) return q.tokenId();
    if (query instanceof Query.Inbox q) return q.tokenId();
    if (query instanceof Query.InboxAck q) return q.tokenId();
    return null;
  }

  private static Response done() {
    return new Response.View(JSON.objectNode());
  }
}
