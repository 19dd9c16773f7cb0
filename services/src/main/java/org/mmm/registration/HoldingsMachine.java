package org.mmm.registration;

import java.util.List;
import java.util.Optional;
import org.mmm.intent.Horizon;
import org.mmm.intent.Performed;
import org.mmm.kernel.Address;
import org.mmm.kernel.Args;
import org.mmm.kernel.Call;
import org.mmm.kernel.CallId;
import org.mmm.kernel.Finding;
import org.mmm.kernel.Machine;
import org.mmm.kernel.Message;
import org.mmm.kernel.Moment;
import org.mmm.kernel.Outcome;
import org.mmm.kernel.Query;
import org.mmm.kernel.Question;
import org.mmm.kernel.Reply;
import org.mmm.kernel.Response;
import org.mmm.log.LogTail;
import org.mmm.pa.PaStatus;
import org.mmm.pa.ProcessAction;
import org.mmm.pa.Reason;
import org.mmm.rights.Line;
import org.mmm.rights.Quotas;

/**
 * What one Account owns, in numbers: an entity of the Rights Service, since a quota is a Rule. It
 * is asked before anything is made or acquired, so that however many Processes ask at once the
 * count is never exceeded. A call counts once; what it counted is given back once, and then it
 * never counts again.
 */
public final class HoldingsMachine implements Machine<HoldingsState, HoldingsEvent> {
  private final String account;
  private final Quotas quotas;

  /** For {@code service/RIGHTS/<the Account>}. */
  public HoldingsMachine(Address self, Quotas quotas) {
    this.account = self.id().substring(self.id().indexOf('/') + 1);
    this.quotas = quotas;
  }

  @Override
  public HoldingsState empty() {
    return HoldingsState.EMPTY;
  }

  @Override
  public HoldingsState apply(HoldingsState holdings, HoldingsEvent event) {
    return holdings.apply(event);
  }

  @Override
  public Outcome<HoldingsEvent> on(HoldingsState holdings, Message message, Moment now) {
    if (message instanceof Message.Consult c && c.args() instanceof Args.Counting what) {
      if (c.question() == Question.COUNT) return count(holdings, c, what, now);
      if (c.question() == Question.UNCOUNT) return uncount(holdings, c, what, now);
    }
    if (message instanceof Message.Read m && m.query() instanceof Query.Activity q) {
      return Outcome.<HoldingsEvent>nothing()
          .respond(new Response.View(LogTail.json(List.of(), q.after())));
    }
    return Outcome.nothing();
  }

  private Outcome<HoldingsEvent> count(
      HoldingsState holdings, Message.Consult consult, Args.Counting what, Moment now) {
    Call call = consult.call();
    CallId id = call.id();
    Optional<Reply> ended = holdings.uncounted().find(id);
    if (ended.isPresent()) {
      return ended.get().status().acknowledged()
          ? answer(consult, PaStatus.err(Reason.UNABLE, id + " came to nothing"))
          : answer(consult, ended.get().status(), ended.get().derivation());
    }
    if (holdings.counted().find(id).isPresent()) return answer(consult, PaStatus.ACK);
    if (!call.dryRun() && straggler(holdings, id)) return Outcome.nothing();
    if (Horizon.passed(call, now)) {
      return answer(
          consult,
          PaStatus.err(Reason.UNABLE, "never performed: it ran out before it was counted"));
    }
    Optional<String> full =
        full("itemsPerAccount", "Items", holdings.items(), what.items(), quotas.itemsPerAccount())
            .or(
                () ->
                    full(
                        "placesPerAccount",
                        "places",
                        holdings.places(),
                        what.places(),
                        quotas.placesPerAccount()));
    if (full.isPresent()) {
      List<Line> lines = List.of(new Line(account, false, null, full.get()));
      PaStatus refused = PaStatus.err(Reason.INS_RIGHTS, full.get());
      Outcome<HoldingsEvent> no = answer(consult, refused, lines);
      return call.dryRun()
          ? no
          : no.persist(new HoldingsEvent.Refused(done(call, refused, lines, now)));
    }
    Outcome<HoldingsEvent> yes = answer(consult, PaStatus.ACK);
    return call.dryRun()
        ? yes
        : yes.persist(
            new HoldingsEvent.Counted(
                done(call, PaStatus.ACK, List.of(), now), what.items(), what.places()));
  }

  private Outcome<HoldingsEvent> uncount(
      HoldingsState holdings, Message.Consult consult, Args.Counting what, Moment now) {
    Call call = consult.call();
    Outcome<HoldingsEvent> yes = answer(consult, PaStatus.ACK);
    if (call.dryRun() || holdings.uncounted().find(call.id()).isPresent()) return yes;
    if (straggler(holdings, call.id())) return Outcome.nothing();
    boolean owned = what.handedOver() || holdings.counted().find(call.id()).isPresent();
    if (!owned && Horizon.passed(call, now)) return yes; // it never will be counted
    return yes.persist(
        new HoldingsEvent.Uncounted(
            done(call, PaStatus.ACK, List.of(), now),
            owned ? what.items() : 0,
            owned ? what.places() : 0));
  }

  /** The Rule that would be broken, for people. */
  private Optional<String> full(String rule, String what, int owned, int more, int most) {
    return more == 0 || (long) owned + more <= most
        ? Optional.empty()
        : Optional.of(
            account
                + " owns "
                + owned
                + " "
                + what
                + "; by the Rule "
                + rule
                + " of this M-Instance an Account owns at most "
                + most
                + (more == 1 ? "" : ", and " + more + " more are asked for"));
  }

  private static boolean straggler(HoldingsState holdings, CallId id) {
    return holdings.counted().past(id) || holdings.uncounted().past(id);
  }

  /** Without what the call carries: only that it was done is kept. */
  private static Performed done(Call call, PaStatus status, List<Line> lines, Moment now) {
    ProcessAction bare = call.action().with(call.action().complements().with(List.of()));
    return new Performed(
        call.id(),
        bare,
        Reply.of(call, status).with(lines),
        call.notAfter(),
        call.settledBelow(),
        now.hlc());
  }

  private Outcome<HoldingsEvent> answer(Message.Consult consult, PaStatus status) {
    return answer(consult, status, List.of());
  }

  private Outcome<HoldingsEvent> answer(
      Message.Consult consult, PaStatus status, List<Line> lines) {
    return Outcome.<HoldingsEvent>nothing()
        .send(consult.answer(Finding.of(consult.question(), account, status).with(lines)));
  }
}
