package org.mmm.process;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mmm.intent.Intents;
import org.mmm.intent.Performed;
import org.mmm.items.DeonticVerb;
import org.mmm.kernel.Address;
import org.mmm.kernel.Call;
import org.mmm.kernel.Finding;
import org.mmm.kernel.Message;
import org.mmm.kernel.Moment;
import org.mmm.kernel.Name;
import org.mmm.kernel.Outcome;
import org.mmm.kernel.Question;
import org.mmm.kernel.Reply;
import org.mmm.pa.PaStatus;
import org.mmm.pa.Reason;
import org.mmm.rights.Facts;
import org.mmm.rights.Line;
import org.mmm.rights.Quotas;
import org.mmm.rights.Right;
import org.mmm.rights.Stamp;

/**
 * Change, at the Process whose Rights change. The place or Item named in each pattern confirms the
 * giver as its owner and stamps the Right with its epoch; then the holder writes it down. A Right
 * that is taken is gone at once for whatever is asked from now on; the giver is told when what was
 * asked with it before is answered too.
 */
final class Granting {
  private Granting() {}

  static Outcome<ProcessEvent> request(
      ProcessState process, Address self, Call call, Quotas quotas, Moment now) {
    Outcome<ProcessEvent> outcome = Outcome.nothing();
    if (!process.exists()) {
      return answer(call, refusal(call, Reason.INC_ID, "there is no Process " + self.id()));
    }
    Optional<Reply> stored = process.answers().find(call.id());
    if (stored.isPresent()) return answer(call, stored.get());
    if (!call.dryRun() && process.answers().past(call.id())) return outcome; // a straggler
    if (process.settling().containsKey(call.id())) return outcome; // answered when settled
    RightsWish wish = RightsWish.read(call.action().complements().with());
    if (wish.fault() != null) {
      return end(call, refusal(call, Reason.FAULTY_PA, wish.fault()), List.of(), now);
    }
    List<Right> rights = new ArrayList<>();
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < wish.rights().size(); i++) {
      RightsWish.Wanted wanted = wish.rights().get(i);
      Optional<String> target = wanted.pattern().target();
      Name name = target.map(t -> call.names().get(t)).orElse(null);
      if (target.isEmpty() || name == null) {
        return end(
            call,
            target.isEmpty()
                ? refusal(
                    call,
                    Reason.INS_RIGHTS,
                    "only the M-Instance gives Rights to \""
                        + wanted.pattern().sentence()
                        + "\": name the place or Item that is yours")
                : refusal(call, Reason.INC_ID, "\"" + target.get() + "\" names nothing here"),
            List.of(),
            now);
      }
      Optional<Finding> own = call.found(Question.OWN, target.get());
      if (own.isEmpty()) {
        return outcome.send(
            Message.consult(self, name.address(target.get()), Question.OWN, call, null));
      }
      lines.addAll(own.get().derivation());
      Facts facts = own.get().facts();
      if (own.get().status() instanceof PaStatus.Err refused || facts == null) {
        PaStatus status = own.get().status();
        return end(call, Reply.of(call, status).with(lines), List.of(), now);
      }
      rights.add(
          new Right(
              "Right-" + Intents.actionId(call.id().subject(), call.id().seq()) + "-" + (i + 1),
              wanted.verb(),
              wanted.level(),
              wanted.pattern(),
              null,
              call.subject(),
              new Stamp(facts.entity(), facts.epoch()),
              now.millis()));
    }
    if (call.settle()) {
      return end(call, refusal(call, Reason.UNABLE, "never performed: it ran out"), List.of(), now);
    }
    for (Right right : rights) {
      Optional<PaStatus.Err> full = process.rights().refuses(right, quotas.rightsHeld());
      if (full.isPresent()) return end(call, Reply.of(call, full.get()), List.of(), now);
    }
    return change(process, call, rights, lines, now);
  }

  /** The answer to a Change that waits for nothing any more. */
  static ProcessEvent.Answered finish(ProcessEvent.RightsChanged change, Moment now) {
    Reply reply = Intents.plain(change.action(), PaStatus.ACK);
    return new ProcessEvent.Answered(
        new Performed(change.by(), change.action(), reply, now.millis(), 0, now.hlc()));
  }

  private static Outcome<ProcessEvent> change(
      ProcessState process, Call call, List<Right> rights, List<Line> lines, Moment now) {
    Set<Long> settling = new HashSet<>();
    for (Right right : rights) {
      if (right.verb() == DeonticVerb.MAY_NOT) settling.addAll(askedWith(process, right));
    }
    if (call.id().subject().equals(Address.process(process.id()))) {
      settling.remove(call.id().seq()); // it cannot wait for itself
    }
    Reply reply = Reply.of(call, PaStatus.ACK).with(lines);
    if (call.dryRun()) return end(call, reply, List.of(), now);
    var changed =
        new ProcessEvent.RightsChanged(call.id(), call.action(), rights, settling, now.hlc());
    return settling.isEmpty()
        ? end(call, reply, List.of(changed), now)
        : Outcome.<ProcessEvent>nothing().persist(changed);
  }

  /** What is open and was asked with a Right that this one takes. */
  private static Set<Long> askedWith(ProcessState process, Right taken) {
    Set<Long> open = new HashSet<>();
    process
        .intents()
        .open()
        .forEach(
            (seq, asked) -> {
              boolean forbidden = taken.pattern().forbids(asked.asked().action());
              boolean ground =
                  asked.asked().grounds().rights().stream()
                      .anyMatch(
                          r ->
                              r.giver().equals(taken.giver())
                                  && r.pattern().canonical().equals(taken.pattern().canonical()));
              if (forbidden || ground) open.add(seq);
            });
    return open;
  }

  private static Outcome<ProcessEvent> end(
      Call call, Reply reply, List<ProcessEvent> effects, Moment now) {
    Outcome<ProcessEvent> outcome = Outcome.nothing();
    if (call.dryRun()) return outcome.tried(call, reply);
    return outcome
        .persist(effects)
        .persist(new ProcessEvent.Answered(Performed.of(call, reply, now)))
        .send(call.id().subject(), new Message.Answer(call.id(), reply));
  }

  private static Outcome<ProcessEvent> answer(Call call, Reply reply) {
    Outcome<ProcessEvent> outcome = Outcome.nothing();
    return call.dryRun()
        ? outcome.tried(call, reply)
        : outcome.send(call.id().subject(), new Message.Answer(call.id(), reply));
  }

  private static Reply refusal(Call call, Reason reason, String detail) {
    return Reply.of(call, PaStatus.err(reason, detail));
  }
}
