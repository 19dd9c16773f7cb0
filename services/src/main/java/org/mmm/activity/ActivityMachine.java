package org.mmm.activity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mmm.action.Action;
import org.mmm.action.MmmService;
import org.mmm.intent.Horizon;
import org.mmm.intent.IntentEvent;
import org.mmm.items.ItemException;
import org.mmm.items.ItemJson;
import org.mmm.kernel.Address;
import org.mmm.kernel.Args;
import org.mmm.kernel.Ask;
import org.mmm.kernel.Call;
import org.mmm.kernel.Finding;
import org.mmm.kernel.Machine;
import org.mmm.kernel.Message;
import org.mmm.kernel.MintedName;
import org.mmm.kernel.Moment;
import org.mmm.kernel.Name;
import org.mmm.kernel.Outcome;
import org.mmm.kernel.Query;
import org.mmm.kernel.Question;
import org.mmm.kernel.Response;
import org.mmm.kernel.Send;
import org.mmm.pa.Complements;
import org.mmm.pa.PaStatus;
import org.mmm.pa.ProcessAction;
import org.mmm.pa.Reason;
import org.mmm.pa.With;
import org.mmm.rights.Grounds;

/**
 * The Activity Service for one Process. Any Message marks its sender present; "absent", and the end
 * of its last session, unmark it; "Is X on MMM?" is answered by a Message and marks nothing.
 */
public final class ActivityMachine implements Machine<ActivityState, ActivityEvent> {
  /** For how long the sending of an answer is repeated: 1 h. Later it would tell old news. */
  static final long ANSWER_MILLIS = 3_600_000L;

  /** So old may what is known of a session become before it is written anew. */
  private static final long RENEWED_AFTER = ActivityState.HOLDS_MILLIS / 2;

  private static final Pattern ASKED =
      Pattern.compile("\\s*Is\\s+(\\S.*?)\\s+on\\s+MMM\\s*\\?\\s*", Pattern.CASE_INSENSITIVE);

  private static final String LOG = "log";

  private final Address self;

  /** For {@code service/ACTIVITY/<the Process>}. */
  public ActivityMachine(Address self) {
    this.self = self;
  }

  @Override
  public ActivityState empty() {
    return ActivityState.EMPTY;
  }

  @Override
  public ActivityState apply(ActivityState state, ActivityEvent event) {
    return state.apply(self, event);
  }

  @Override
  public boolean busy(ActivityState state) {
    return state.intents().busy();
  }

  @Override
  public List<Send> due(ActivityState state, Moment now) {
    return state.intents().due(self, "", now);
  }

  @Override
  public Outcome<ActivityEvent> on(ActivityState state, Message message, Moment now) {
    Outcome<ActivityEvent> outcome = Outcome.nothing();
    if (message instanceof Message.Answer answer) {
      return lift(outcome, state.intents().answered(self, answer, "", now));
    }
    if (message instanceof Message.Read read) return read(state, read.query(), now);
    if (!(message instanceof Message.Consult consult)) return outcome;
    if (consult.question() == Question.PRESENT) {
      var present = BooleanNode.valueOf(state.presentAt(now.millis()));
      return outcome.send(consult.answer(yes(consult.question()).with(present)));
    }
    if (consult.question() == Question.DELIVER
        && consult.args() instanceof Args.Delivery delivery) {
      return delivered(state, consult, delivery, now);
    }
    String detail = "the Activity Service takes Messages, and nothing else";
    return outcome.send(
        consult.answer(
            Finding.of(consult.question(), id(), PaStatus.err(Reason.FAULTY_PA, detail))));
  }

  private Outcome<ActivityEvent> delivered(
      ActivityState state, Message.Consult consult, Args.Delivery delivery, Moment now) {
    Call call = consult.call();
    Outcome<ActivityEvent> outcome = Outcome.nothing();
    Send received = consult.answer(Finding.yes(Question.DELIVER, addressed(call)));
    if (state.received().contains(call.id())) return outcome.send(received);
    // What another receiver has already is sent, late or not, and must come to all.
    if (Horizon.passed(call, now) && !call.agreed(Question.DELIVER)) {
      PaStatus late = PaStatus.err(Reason.UNABLE, "the request ran out before it was received");
      return outcome.send(consult.answer(Finding.of(Question.DELIVER, addressed(call), late)));
    }
    With.Inline content = delivery.content();
    String text = text(content == null ? null : content.item());
    Matcher asked = ASKED.matcher(text);
    if (!asked.matches()) {
      boolean present = !text.strip().toLowerCase(Locale.ROOT).equals("absent");
      return call.dryRun()
          ? outcome.send(received)
          : outcome.persist(received(call, delivery, present, now)).send(received);
    }
    Address whom = Address.service(MmmService.ACTIVITY, asked.group(1));
    Optional<Finding> told = call.found(Question.PRESENT, whom.id());
    if (told.isEmpty()) return outcome.send(consult.first(self, whom, Question.PRESENT, null));
    if (call.dryRun()) return outcome.send(received);
    JsonNode present = told.get().data();
    var mark = received(call, delivery, state.presentAt(now.millis()), now);
    ActivityState after = state.apply(self, mark);
    Ask answer = answer(call, present != null && present.asBoolean(), now);
    return lift(
        outcome.persist(mark).send(received),
        after.intents().ask(self, answer, "", Grounds.NONE, null, now));
  }

  private static ActivityEvent.Received received(
      Call call, Args.Delivery delivery, boolean present, Moment now) {
    return new ActivityEvent.Received(
        call.id(), delivery.item(), present, call.settledBelow(), now.hlc());
  }

  /** The Message that goes back, a new Item of the Activity Service. */
  private static Ask answer(Call call, boolean present, Moment now) {
    String key = "answer " + call.id();
    String id = MintedName.derived("Message", key);
    var text =
        org.mmm.items.Message.of(present ? "yes" : "no").with(org.mmm.items.Envelope.of(id)).json();
    var action =
        new ProcessAction(
            MmmService.ACTIVITY.id(call.action().edition()),
            Action.MM_SEND,
            call.action().edition(),
            Complements.nil(id).withTo(call.subject()).with(List.of(new With.Inline(text))));
    Name asker = new Name(call.id().subject().kind(), "User");
    Map<String, Name> names =
        Map.of(call.subject(), call.names().getOrDefault(call.subject(), asker));
    long notAfter = now.millis() + ANSWER_MILLIS;
    return new Ask(key, key, action, names, List.of(id), notAfter, false, null, null);
  }

  private static Outcome<ActivityEvent> read(ActivityState state, Query query, Moment now) {
    Outcome<ActivityEvent> outcome = Outcome.nothing();
    if (query instanceof Query.Activity q) {
      return q.waiting() && state.log().last() <= q.after()
          ? outcome.await(LOG)
          : outcome.respond(new Response.View(state.log().view(q.after(), q.limit())));
    }
    boolean present = state.presentAt(now.millis());
    if (query instanceof Query.InSession) {
      boolean renew = present && now.millis() - state.seen() >= RENEWED_AFTER;
      return (renew ? outcome.soon(new ActivityEvent.Seen(now.hlc())) : outcome)
          .respond(present(present));
    }
    if (query instanceof Query.Quiet q) {
      // A Message that was on its way when the session ended may have marked it since.
      boolean left = now.millis() - state.seen() >= q.millis();
      return state.present() && left
          ? outcome.persist(new ActivityEvent.Left(now.hlc())).respond(present(false))
          : outcome.respond(present(present));
    }
    return query instanceof Query.Profile
        ? outcome.respond(present(present))
        : outcome.respond(
            new Response.Refused(
                PaStatus.err(Reason.FAULTY_PA, "the Activity Service tells who is present")));
  }

  private static Response present(boolean present) {
    return new Response.View(JsonNodeFactory.instance.objectNode().put("Present", present));
  }

  @Override
  public Map<String, Response> wakes(ActivityState before, ActivityState after, Set<String> keys) {
    return keys.contains(LOG) && after.log().last() > before.log().last()
        ? Map.of(LOG, new Response.View(after.log().view(before.log().last(), 1_000)))
        : Map.of();
  }

  /** What a Message says; an Item that is no Message says nothing, which marks its sender too. */
  private static String text(@Nullable JsonNode content) {
    if (content == null) return "";
    try {
      return ItemJson.read(org.mmm.items.Message.class, content).data().stream()
          .map(part -> part.text())
          .filter(t -> t != null)
          .findFirst()
          .orElse("");
    } catch (ItemException e) {
      return "";
    }
  }

  private static Outcome<ActivityEvent> lift(
      Outcome<ActivityEvent> outcome, Outcome<IntentEvent> intended) {
    Outcome<ActivityEvent> lifted = outcome.send(intended.sends());
    for (IntentEvent e : intended.events()) lifted = lifted.persist(new ActivityEvent.Intended(e));
    for (IntentEvent e : intended.soon()) lifted = lifted.soon(new ActivityEvent.Intended(e));
    return lifted;
  }

  /** The name by which the sender called the Service: its performer asks by that. */
  private static String addressed(Call call) {
    return call.action().complements().to().stream()
        .filter(to -> MmmService.of(to).filter(s -> s == MmmService.ACTIVITY).isPresent())
        .findFirst()
        .orElse(MmmService.ACTIVITY.id(call.action().edition()));
  }

  private Finding yes(Question question) {
    return Finding.yes(question, id());
  }

  private String id() {
    return self.id();
  }
}
