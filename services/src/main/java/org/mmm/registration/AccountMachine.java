package org.mmm.registration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mmm.directory.Buckets;
import org.mmm.intent.IntentEvent;
import org.mmm.intent.Intents;
import org.mmm.item.Counting;
import org.mmm.items.ItemException;
import org.mmm.items.ItemJson;
import org.mmm.items.PersonalProfile;
import org.mmm.journal.Personal;
import org.mmm.kernel.Address;
import org.mmm.kernel.Args;
import org.mmm.kernel.Ask;
import org.mmm.kernel.Call;
import org.mmm.kernel.CallId;
import org.mmm.kernel.Finding;
import org.mmm.kernel.Machine;
import org.mmm.kernel.Message;
import org.mmm.kernel.Moment;
import org.mmm.kernel.Outcome;
import org.mmm.kernel.Question;
import org.mmm.kernel.Reply;
import org.mmm.kernel.Response;
import org.mmm.kernel.Send;
import org.mmm.pa.Complements;
import org.mmm.pa.PaStatus;
import org.mmm.pa.ProcessAction;
import org.mmm.pa.Reason;
import org.mmm.pa.With;
import org.mmm.rights.Grounds;
import org.mmm.rights.Line;
import org.mmm.rights.Quotas;
import org.mmm.world.BirthRights;

/**
 * The Registration Service for one human: subject and performer of Register at once. All names are
 * claimed, then all is founded, always as the same call: so a name that an earlier attempt took
 * before it was refused another one is still the human's.
 */
public final class AccountMachine implements Machine<AccountState, AccountEvent> {
  private static final long NEVER = Long.MAX_VALUE / 2;

  private final Address self;
  private final String human;
  private final BirthRights birthRights;
  private final Quotas quotas;

  /** For {@code service/REGISTRATION/<the human>}. */
  public AccountMachine(Address self, BirthRights birthRights, Quotas quotas) {
    this.self = self;
    this.human = self.id().substring(self.id().indexOf('/') + 1);
    this.birthRights = birthRights;
    this.quotas = quotas;
  }

  @Override
  public AccountState empty() {
    return AccountState.EMPTY;
  }

  @Override
  public AccountState apply(AccountState account, AccountEvent event) {
    return account.apply(self, event);
  }

  @Override
  public boolean busy(AccountState account) {
    return account.intents().busy();
  }

  @Override
  public List<Send> due(AccountState account, Moment now) {
    return account.intents().due(self, "", now);
  }

  @Override
  public Map<String, Response> wakes(AccountState before, AccountState after, Set<String> keys) {
    return keys.contains(AccountView.LOG) && after.log().last() > before.log().last()
        ? Map.of(AccountView.LOG, new Response.View(after.log().view(before.log().last(), 1_000)))
        : Map.of();
  }

  @Override
  public Outcome<AccountEvent> on(AccountState account, Message message, Moment now) {
    if (message instanceof Message.Submit m) return submitted(account, m.ask(), now);
    if (message instanceof Message.Request m) return performed(account, m.call(), now);
    if (message instanceof Message.Read m)
      return AccountView.read(account, m.query(), human, birthRights.mInstance(), now);
    return Outcome.nothing();
  }

  private Outcome<AccountEvent> submitted(AccountState account, Ask ask, Moment now) {
    Intents intents = account.intents();
    Ask bare = bare(ask);
    Optional<Outcome<IntentEvent>> known = intents.known(self, bare);
    if (known.isPresent()) return known.get().map(AccountEvent.Intended::new);
    if (account.registered() || account.open() != null) {
      String state = account.registered() ? " has an Account already" : " is being registered";
      return refuse(intents, bare, PaStatus.err(Reason.CLASH, human + state), now);
    }
    Plan plan;
    ObjectNode profile;
    try {
      profile = profile(ask);
      PersonalProfile read = ItemJson.read(PersonalProfile.class, profile);
      if (read.humanId() != null && !read.humanId().equals(human)) {
        throw new IllegalArgumentException(
            "the Personal Profile is that of " + read.humanId() + ", but " + human + " asks");
      }
      plan = Plan.of(read, ask.fresh(), quotas);
    } catch (ItemException e) {
      return refuse(intents, bare, fault(e), now);
    } catch (IllegalArgumentException e) {
      return refuse(intents, bare, fault(e), now);
    }
    if (ask.dryRun()) {
      Reply would = Intents.plain(bare.action(), PaStatus.ACK);
      return Outcome.<AccountEvent>nothing().respond(new Response.Performed("", would));
    }
    var began =
        new AccountEvent.RegistrationBegan(
            intents.lastSeq() + 1,
            plan,
            new Personal(plan.account(), profile.toString()),
            secret(ask, "tokenId"),
            secret(ask, "recoveryHash"),
            now.hlc());
    Outcome<AccountEvent> asked =
        intents
            .ask(self, bare, plan.account(), Grounds.NONE, null, now)
            .map(AccountEvent.Intended::new);
    Outcome<AccountEvent> first = Outcome.<AccountEvent>nothing().persist(began);
    String password = extra(ask, "passwordHash");
    if (password != null) first = first.persist(new AccountEvent.PasswordSet(password, now.hlc()));
    return first.persist(asked.events()).send(asked.sends()).await(String.valueOf(asked.awaits()));
  }

  /** The ladder: each name, then each thing it names. */
  private Outcome<AccountEvent> performed(AccountState account, Call call, Moment now) {
    AccountEvent.RegistrationBegan began = account.open();
    Intents.Open open = began == null ? null : account.intents().open().get(began.seq());
    if (began == null || open == null) return Outcome.nothing();
    if (call.settle() && !account.claimed()) {
      PaStatus late = PaStatus.err(Reason.UNABLE, "never performed: it ran out before it began");
      return end(account, began, Intents.plain(call.action(), late), Outcome.nothing(), now);
    }
    long notAfter = account.claimed() ? NEVER : open.asked().notAfter();
    Call work = work(call, began, notAfter);
    Outcome<AccountEvent> outcome = Outcome.nothing();
    List<Founded> things = Founded.of(began, human, birthRights, now.millis());
    if (!account.claimed()) {
      for (Founded thing : things) {
        Optional<Finding> claim = work.found(Question.CLAIM, thing.id());
        if (claim.isEmpty()) {
          var claiming = new Args.Claiming(thing.id(), thing.as());
          return outcome.send(
              Message.consult(self, Buckets.of(thing.id()), Question.CLAIM, work, claiming));
        }
        if (claim.get().status() instanceof PaStatus.Err err) {
          return refused(account, began, work, err, now);
        }
      }
      String owner = began.plan().account();
      Optional<Finding> room = work.found(Question.COUNT, owner);
      if (room.isEmpty()) {
        return outcome.send(Counting.take(self, work, owner, Founded.counted(things)));
      }
      if (room.get().status() instanceof PaStatus.Err err) {
        return refused(account, began, work, err, now);
      }
      outcome = outcome.persist(new AccountEvent.NamesClaimed(now.hlc()));
      work = work(work, began, NEVER);
    }
    for (Founded thing : things) {
      Optional<Finding> founded = work.found(Question.FOUND, thing.id());
      if (founded.isEmpty()) {
        Address entity = thing.as().address(thing.id());
        return outcome.send(Message.consult(self, entity, Question.FOUND, work, thing.founding()));
      }
      if (founded.get().status() instanceof PaStatus.Err err) {
        return refused(account, began, work, err, now);
      }
    }
    ObjectNode item = began.plan().item(human, birthRights.mInstance());
    Complements yields =
        Complements.nil(began.plan().account()).with(List.of(new With.Inline(item)));
    return end(
        account,
        began,
        Reply.of(work, PaStatus.ACK).with(yields).creating(),
        outcome.persist(new AccountEvent.Registered(now.hlc())),
        now);
  }

  private Outcome<AccountEvent> refused(
      AccountState account,
      AccountEvent.RegistrationBegan began,
      Call work,
      PaStatus.Err err,
      Moment now) {
    return err.reason() == Reason.UNABLE
        ? Outcome.nothing() // it is repeated, and in the end settled
        : end(account, began, Reply.of(work, err).with(lines(work)), Outcome.nothing(), now);
  }

  private Outcome<AccountEvent> end(
      AccountState account,
      AccountEvent.RegistrationBegan began,
      Reply reply,
      Outcome<AccountEvent> outcome,
      Moment now) {
    var answer = new Message.Answer(new CallId(self, began.seq(), 0), reply);
    Outcome<IntentEvent> ended =
        account.intents().answered(self, answer, began.plan().account(), now);
    Outcome<AccountEvent> both = outcome;
    // Written at once, and in this order: the Account is there before it is said to be.
    for (IntentEvent e : ended.soon()) both = both.persist(new AccountEvent.Intended(e));
    for (var wake : ended.wakes().entrySet()) both = both.wake(wake.getKey(), wake.getValue());
    return both;
  }

  private Outcome<AccountEvent> refuse(Intents intents, Ask bare, PaStatus why, Moment now) {
    Reply reply = Intents.plain(bare.action(), why);
    return bare.dryRun()
        ? Outcome.<AccountEvent>nothing().respond(new Response.Performed("", reply))
        : intents.refuse(self, bare, reply, now).map(AccountEvent.Intended::new);
  }

  private static List<Line> lines(Call work) {
    return work.findings().stream().flatMap(f -> f.derivation().stream()).toList();
  }

  private static PaStatus fault(IllegalArgumentException e) {
    return PaStatus.err(Reason.FAULTY_PA, String.valueOf(e.getMessage()));
  }

  /** The same call whatever the attempt, with the findings so far. */
  private Call work(Call call, AccountEvent.RegistrationBegan began, long notAfter) {
    return new Call(
        new CallId(self, 0, 0),
        call.action(),
        began.plan().account(),
        Map.of(),
        List.of(),
        Grounds.NONE,
        notAfter,
        false,
        false,
        0,
        call.findings());
  }

  private static ObjectNode profile(Ask ask) {
    var items =
        ask.action().complements().with().stream()
            .filter(w -> w instanceof With.Inline)
            .map(w -> ((With.Inline) w).item())
            .toList();
    if (items.size() != 1) {
      throw new IllegalArgumentException(
          "Register takes one Personal Profile With it, were " + items.size());
    }
    return items.get(0);
  }

  private static String secret(Ask ask, String field) {
    @Nullable String value = extra(ask, field);
    if (value == null)
      throw new IllegalStateException("the edge gives " + field + " with Register");
    return value;
  }

  private static @Nullable String extra(Ask ask, String field) {
    JsonNode extra = ask.extra();
    return extra == null ? null : extra.path(field).textValue();
  }

  /** Without personal data and secrets: this is what the journal and the log keep. */
  private static Ask bare(Ask ask) {
    ProcessAction action = ask.action();
    return new Ask(
        ask.key(),
        ask.digest(),
        action.with(action.complements().with(List.of())),
        ask.names(),
        ask.fresh(),
        ask.notAfter(),
        ask.dryRun(),
        ask.tokenId(),
        null);
  }
}
