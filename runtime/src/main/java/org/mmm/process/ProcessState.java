package org.mmm.process;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mmm.intent.Answers;
import org.mmm.intent.IntentEvent;
import org.mmm.intent.Intents;
import org.mmm.intent.KeyRecords;
import org.mmm.items.ProcessType;
import org.mmm.kernel.Address;
import org.mmm.kernel.Args;
import org.mmm.kernel.CallId;
import org.mmm.kernel.CborSerializable;
import org.mmm.kernel.RemoteName;
import org.mmm.kernel.Reply;
import org.mmm.log.LogTail;
import org.mmm.log.Logged;
import org.mmm.pa.Complements;
import org.mmm.pa.PaStatus;
import org.mmm.pa.ProcessAction;
import org.mmm.rights.Grounds;
import org.mmm.rights.HeldRights;
import org.mmm.rights.Quotas;
import org.mmm.rights.Right;
import org.pcollections.HashTreePMap;
import org.pcollections.OrderedPSet;
import org.pcollections.PMap;
import org.pcollections.PSet;

/**
 * A Process as it is now.
 *
 * @param id its ProcessID
 * @param born how it came into being; null before that
 * @param bornBy the call by which it did
 * @param tokens the IDs of its valid tokens
 * @param intents what it asks
 * @param rights what it may, may not and must do, but for what follows from the inbox
 * @param answers what it answered as holder of Rights
 * @param settling Changes that wait until what was asked with a Right now taken is answered
 * @param inbox what it received
 * @param known IDs of the Items that it made or got, newest last, at most {@link #KNOWN}
 * @param templates Process Actions by which its Rights requests can name a pattern, as they were
 *     when first given
 * @param log the newest part of its activity
 * @param pace how fast it asks
 */
public record ProcessState(
    String id,
    Args.@Nullable Founding born,
    @Nullable CallId bornBy,
    PSet<String> tokens,
    Intents intents,
    HeldRights rights,
    Answers answers,
    PMap<CallId, ProcessEvent.RightsChanged> settling,
    Inbox inbox,
    OrderedPSet<String> known,
    Templates templates,
    LogTail log,
    Pace pace)
    implements CborSerializable, Logged {
  /** How many Items it remembers to list. */
  static final int KNOWN = 10_000;

  @JsonCreator
  static ProcessState of(
      @JsonProperty("id") String id,
      @JsonProperty("born") Args.@Nullable Founding born,
      @JsonProperty("bornBy") @Nullable CallId bornBy,
      @JsonProperty("tokens") Set<String> tokens,
      @JsonProperty("intents") Intents intents,
      @JsonProperty("rights") HeldRights rights,
      @JsonProperty("answers") Answers answers,
      @JsonProperty("settling") Map<CallId, ProcessEvent.RightsChanged> settling,
      @JsonProperty("inbox") Inbox inbox,
      @JsonProperty("known") List<String> known,
      @JsonProperty("templates") Templates templates,
      @JsonProperty("log") LogTail log,
      @JsonProperty("pace") Pace pace) {
    return new ProcessState(
        id,
        born,
        bornBy,
        OrderedPSet.from(tokens),
        intents,
        rights,
        answers,
        HashTreePMap.from(settling),
        inbox,
        OrderedPSet.from(known),
        templates,
        log,
        pace);
  }

  /** One of another M-Instance is there without being founded. */
  static ProcessState unborn(String id) {
    return new ProcessState(
        id,
        RemoteName.is(id) ? abroad(id) : null,
        null,
        OrderedPSet.empty(),
        Intents.none(),
        HeldRights.NONE,
        Answers.none(),
        HashTreePMap.empty(),
        Inbox.empty(),
        OrderedPSet.empty(),
        Templates.none(),
        LogTail.none(),
        Pace.none());
  }

  /** What is known of a Process of another M-Instance: each is an Account of its own. */
  private static Args.Founding abroad(String id) {
    return new Args.Founding(
        "User", id, id, false, false, 0, 0, null, null, null, null, List.of(), null);
  }

  boolean exists() {
    return born != null;
  }

  Args.Founding birth() {
    if (born == null) throw new IllegalStateException(id + " is not born");
    return born;
  }

  String account() {
    return birth().account();
  }

  ProcessType type() {
    return switch (birth().dataType()) {
      case "Device" -> ProcessType.DEVICE;
      case "App" -> ProcessType.APP;
      case "Service" -> ProcessType.SERVICE;
      default -> ProcessType.USER;
    };
  }

  ProcessState apply(Address self, ProcessEvent event, Quotas quotas) {
    if (event instanceof ProcessEvent.Founded e) {
      String token = e.what().tokenId();
      return new ProcessState(
          id,
          e.what(),
          e.by(),
          token == null ? tokens : tokens.plus(token),
          intents,
          HeldRights.of(e.what().rights()),
          answers,
          settling,
          inbox,
          known,
          templates,
          log,
          pace);
    }
    if (event instanceof ProcessEvent.Intent e) return intent(self, e.event(), quotas);
    if (event instanceof ProcessEvent.RightsChanged e) {
      HeldRights held = rights;
      for (Right right : e.rights()) held = held.with(right);
      return new ProcessState(
          id,
          born,
          bornBy,
          tokens,
          intents,
          held,
          answers,
          e.settling().isEmpty() ? settling : settling.plus(e.by(), e),
          inbox,
          e.rights().stream()
              .map(Right::stamp)
              .filter(s -> s != null)
              .map(s -> s.entity())
              .reduce(known, ProcessState::know, (a, b) -> b),
          templates,
          log,
          pace);
    }
    if (event instanceof ProcessEvent.Answered e) {
      var p = e.performed();
      return new ProcessState(
          id,
          born,
          bornBy,
          tokens,
          intents,
          rights,
          answers.with(p),
          settling.minus(p.id()),
          inbox,
          known,
          templates,
          log.with(p.id(), p.action(), p.reply(), p.at()),
          pace);
    }
    if (event instanceof ProcessEvent.Received e) {
      HeldRights held = e.rights().isEmpty() ? Gift.of(e).liftedIn(rights) : rights;
      for (Right right : e.rights()) held = held.with(right);
      Reply reply =
          new Reply(
              PaStatus.ACK,
              e.action().action().service().id(e.action().edition()),
              Complements.nil(e.what().item()),
              false,
              List.of());
      return new ProcessState(
          id,
          born,
          bornBy,
          tokens,
          intents,
          held,
          answers,
          settling,
          inbox.with(e, quotas.inbox()),
          know(known, e.what().item()),
          templates,
          log.with(e.by(), e.action(), reply, e.at()),
          pace);
    }
    if (event instanceof ProcessEvent.NeverReceived e) return receiving(inbox.never(e.by()));
    if (event instanceof ProcessEvent.InboxAcknowledged e) {
      return receiving(inbox.acknowledged(e.upTo()));
    }
    if (event instanceof ProcessEvent.Tried e) return paced(pace.asked(e.at().millis()));
    if (event instanceof ProcessEvent.SessionBegan e) return sessions(tokens.plus(e.tokenId()));
    return sessions(tokens.minus(((ProcessEvent.SessionEnded) event).tokenId()));
  }

  private ProcessState intent(Address self, IntentEvent event, Quotas quotas) {
    Pace paced = pace;
    Templates kept = templates;
    OrderedPSet<String> got = known;
    long millis = event.at().millis();
    if (event instanceof IntentEvent.Asked e) {
      paced = pace.asked(millis);
      kept = templates.with(e.action().complements().with(), e.names());
    }
    if (event instanceof IntentEvent.Refused) paced = pace.asked(millis).refused(millis);
    Reply reply =
        event instanceof IntentEvent.Answered e
            ? e.reply()
            : event instanceof IntentEvent.PartAnswered p ? p.reply() : null;
    if (reply != null && !reply.status().acknowledged()) paced = pace.refused(millis);
    if (reply != null && reply.complements().nil() != null) {
      got = know(got, reply.complements().nil());
    }
    return new ProcessState(
        id,
        born,
        bornBy,
        tokens,
        intents.apply(event, KeyRecords.Bounds.of(quotas)),
        rights,
        answers,
        settled(event),
        inbox,
        got,
        kept,
        log.with(self, intents, event),
        paced);
  }

  /** What is answered holds up no Change any longer. */
  private PMap<CallId, ProcessEvent.RightsChanged> settled(IntentEvent event) {
    if (settling.isEmpty() || event instanceof IntentEvent.PartAnswered) return settling;
    PMap<CallId, ProcessEvent.RightsChanged> rest = settling;
    for (var change : settling.values()) {
      if (!change.settling().contains(event.seq())) continue;
      List<Long> left = new ArrayList<>(change.settling());
      left.remove(event.seq());
      rest =
          rest.plus(
              change.by(),
              new ProcessEvent.RightsChanged(
                  change.by(), change.action(), change.rights(), Set.copyOf(left), change.at()));
    }
    return rest;
  }

  /** The May Rights that fit: those granted, and those that what it received brings. */
  Grounds grounds(ProcessAction action, long now) {
    return inbox.gifts().grounds(action, rights, now);
  }

  /** All Rights that it holds, those that what it received brings last. */
  List<Right> allRights() {
    List<Right> all = new ArrayList<>(rights.list());
    all.addAll(inbox.gifts().rights());
    return all;
  }

  private ProcessState receiving(Inbox now) {
    return new ProcessState(
        id, born, bornBy, tokens, intents, rights, answers, settling, now, known, templates, log,
        pace);
  }

  private ProcessState paced(Pace now) {
    return new ProcessState(
        id, born, bornBy, tokens, intents, rights, answers, settling, inbox, known, templates, log,
        now);
  }

  private ProcessState sessions(PSet<String> now) {
    return new ProcessState(
        id, born, bornBy, now, intents, rights, answers, settling, inbox, known, templates, log,
        pace);
  }

  private static OrderedPSet<String> know(OrderedPSet<String> known, String item) {
    OrderedPSet<String> more = known.plus(item); // the same set if it is there already
    return more.size() > KNOWN ? more.minus(more.iterator().next()) : more;
  }
}
