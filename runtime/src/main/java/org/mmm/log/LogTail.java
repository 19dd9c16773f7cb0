package org.mmm.log;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.mmm.action.Preposition;
import org.mmm.intent.IntentEvent;
import org.mmm.intent.Intents;
import org.mmm.kernel.Address;
import org.mmm.kernel.CallId;
import org.mmm.kernel.Hlc;
import org.mmm.kernel.Reply;
import org.mmm.pa.Complements;
import org.mmm.pa.PaStatus;
import org.mmm.pa.ProcessAction;
import org.mmm.pa.With;
import org.pcollections.PVector;
import org.pcollections.TreePVector;

/**
 * The newest entries of one log, kept in memory; older ones are read from the journal by applying
 * the events again.
 *
 * @param last the newest position, 0 if there is none
 * @param entries oldest first, at most {@link #KEPT}
 */
public record LogTail(long last, PVector<LogEntry> entries) {
  /** How many entries are kept in memory. */
  public static final int KEPT = 256;

  public static LogTail none() {
    return new LogTail(0, TreePVector.empty());
  }

  @JsonCreator
  static LogTail of(
      @JsonProperty("last") long last, @JsonProperty("entries") List<LogEntry> entries) {
    return new LogTail(last, TreePVector.from(entries));
  }

  /** With what a subject's own event adds: an answer, a part's answer, a refusal. */
  public LogTail with(Address self, Intents before, IntentEvent event) {
    if (event instanceof IntentEvent.Refused e) {
      return with(Intents.actionId(self, e.seq()), e.action(), e.reply(), e.at(), e.at());
    }
    Intents.Open open = before.open().get(event.seq());
    if (open == null) return this;
    IntentEvent.Asked asked = open.asked();
    String id = Intents.actionId(self, event.seq());
    if (event instanceof IntentEvent.PartAnswered e) {
      int part = open.parts().size() + 1;
      return Intents.partOf(self, open)
          .map(a -> with(id + "." + part, a, e.reply(), asked.at(), e.at()))
          .orElse(this);
    }
    Reply reply =
        event instanceof IntentEvent.Answered e
            ? e.reply()
            : event instanceof IntentEvent.Freed f ? f.reply() : null;
    return reply == null ? this : with(id, asked.action(), reply, asked.at(), event.at());
  }

  /** With an action of another subject that concerned this Process. */
  public LogTail with(CallId id, ProcessAction action, Reply reply, Hlc at) {
    String part = id.part() == 0 ? "" : "." + id.part();
    return with(Intents.actionId(id.subject(), id.seq()) + part, action, reply, at, at);
  }

  private LogTail with(String id, ProcessAction action, Reply reply, Hlc began, Hlc at) {
    LogEntry entry =
        new LogEntry(
            last + 1,
            id,
            action,
            reply.status(),
            reply.destination(),
            reply.complements(),
            began,
            at);
    PVector<LogEntry> more = entries.plus(entry);
    return new LogTail(last + 1, more.size() > KEPT ? more.minus(0) : more);
  }

  /** Whether every entry after that position is still in memory. */
  public boolean covers(long after) {
    return after >= last - entries.size();
  }

  /** The entries after that position, oldest first, at most {@code limit}. */
  public List<LogEntry> after(long position, int limit) {
    List<LogEntry> some = new ArrayList<>();
    int first = (int) Math.max(0, entries.size() - (last - position));
    for (int i = first; i < entries.size() && some.size() < limit; i++) some.add(entries.get(i));
    return some;
  }

  /** Those entries as the MMM-API gives them: {@code {entries: [...], next, complete}}. */
  public ObjectNode view(long after, int limit) {
    ObjectNode view = json(after(after, limit), after);
    view.put("complete", covers(after));
    return view;
  }

  /** Entries as the MMM-API gives them; {@code next} is the position to ask after. */
  public static ObjectNode json(List<LogEntry> entries, long after) {
    ObjectNode view = JsonNodeFactory.instance.objectNode();
    ArrayNode array = view.putArray("entries");
    long next = after;
    for (LogEntry e : entries) {
      array.add(json(e));
      next = e.position();
    }
    view.put("next", next);
    return view;
  }

  private static ObjectNode json(LogEntry e) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("position", e.position());
    node.put("time", Instant.ofEpochMilli(e.at().millis()).toString());
    node.put("hlc", e.at().toString());
    node.put("began", e.began().toString());
    node.put("processActionID", e.processActionId());
    node.put("source", e.action().source());
    node.put("action", e.action().action().nameIn(e.action().edition()));
    node.put("edition", e.action().edition().path());
    node.put("destination", e.destination());
    node.set("complements", json(e.action().complements()));
    Complements result = e.result();
    if (result != null && !result.equals(Complements.NONE)) node.set("result", json(result));
    if (e.status() instanceof PaStatus.Err err) {
      node.put("status", "Err");
      node.put("reason", err.reason().wireName());
      node.put("detail", err.detail());
    } else {
      node.put("status", "Ack");
    }
    return node;
  }

  /** Complements in the form of the MMM-API. */
  public static ObjectNode json(Complements c) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    for (Preposition p : Preposition.values()) {
      if (p == Preposition.WITH) continue;
      List<String> ids = c.ids(p);
      if (ids.size() == 1) node.put(p.wireName(), ids.get(0));
      else if (!ids.isEmpty()) ids.forEach(node.putArray(p.wireName())::add);
    }
    if (!c.with().isEmpty()) {
      ArrayNode with = node.putArray(Preposition.WITH.wireName());
      for (With w : c.with()) {
        if (w instanceof With.Named n) with.add(n.id());
        else if (w instanceof With.Inline i) with.add(i.item());
      }
    }
    return node;
  }
}
