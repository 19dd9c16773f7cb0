package org.mmm.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mmm.intent.Intents;
import org.mmm.intent.Performed;
import org.mmm.items.DeonticVerb;
import org.mmm.kernel.Ask;
import org.mmm.kernel.Machine;
import org.mmm.kernel.Message;
import org.mmm.kernel.Moment;
import org.mmm.kernel.Outcome;
import org.mmm.kernel.Reply;
import org.mmm.kernel.Response;
import org.mmm.kernel.Send;
import org.mmm.pa.PaStatus;
import org.mmm.process.ProcessEvent;
import org.mmm.process.ProcessMachine;

/** Processes with one fault each, to see that the checker notices. */
final class Mutants {
  private Mutants() {}

  /** What is otherwise as it was. */
  private abstract static class Mutant implements Machine<Object, ProcessEvent> {
    final Machine<Object, ProcessEvent> sound;

    @SuppressWarnings({"unchecked", "rawtypes"}) // the state is passed on as it is
    Mutant(ProcessMachine sound) {
      this.sound = (Machine) sound;
    }

    @Override
    public Object empty() {
      return sound.empty();
    }

    @Override
    public Object apply(Object state, ProcessEvent event) {
      return sound.apply(state, event);
    }

    @Override
    public Map<String, Response> wakes(Object before, Object after, Set<String> keys) {
      return sound.wakes(before, after, keys);
    }

    @Override
    public boolean busy(Object state) {
      return sound.busy(state);
    }

    @Override
    public List<Send> due(Object state, Moment now) {
      return sound.due(state, now);
    }
  }

  /** Takes a repeated request for a new one. */
  static Machine<?, ?> forgetsKeys(Machine<?, ?> machine) {
    if (!(machine instanceof ProcessMachine process)) return machine;
    return new Mutant(process) {
      @Override
      public Outcome<ProcessEvent> on(Object state, Message message, Moment now) {
        if (!(message instanceof Message.Submit m)) return sound.on(state, message, now);
        Ask a = m.ask();
        String key = a.key() + "@" + now.hlc();
        return sound.on(
            state,
            new Message.Submit(
                new Ask(
                    key,
                    a.digest(),
                    a.action(),
                    a.names(),
                    a.fresh(),
                    a.notAfter(),
                    a.dryRun(),
                    a.tokenId(),
                    a.extra())),
            now);
      }
    };
  }

  /** Answers a revocation, and takes nothing. */
  static Machine<?, ?> skipsRevocations(Machine<?, ?> machine) {
    return revoking(machine, false);
  }

  /** Answers a revocation while what was asked with the Right is still on its way. */
  static Machine<?, ?> doesNotSettle(Machine<?, ?> machine) {
    return revoking(machine, true);
  }

  private static Machine<?, ?> revoking(Machine<?, ?> machine, boolean takes) {
    if (!(machine instanceof ProcessMachine process)) return machine;
    return new Mutant(process) {
      @Override
      public Outcome<ProcessEvent> on(Object state, Message message, Moment now) {
        Outcome<ProcessEvent> o = sound.on(state, message, now);
        if (!(message instanceof Message.Request request)) return o;
        List<ProcessEvent> events = new ArrayList<>();
        for (ProcessEvent event : o.events()) {
          if (event instanceof ProcessEvent.RightsChanged e && revokes(e)) {
            if (takes)
              events.add(
                  new ProcessEvent.RightsChanged(e.by(), e.action(), e.rights(), Set.of(), e.at()));
            Reply reply = Intents.plain(e.action(), PaStatus.ACK);
            events.add(new ProcessEvent.Answered(Performed.of(request.call(), reply, now)));
            return Outcome.<ProcessEvent>nothing()
                .persist(events)
                .send(e.by().subject(), new Message.Answer(e.by(), reply));
          }
        }
        return o;
      }
    };
  }

  private static boolean revokes(ProcessEvent.RightsChanged event) {
    return event.rights().stream().anyMatch(r -> r.verb() == DeonticVerb.MAY_NOT);
  }
}
