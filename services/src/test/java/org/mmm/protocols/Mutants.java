package org.mmm.protocols;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mmm.intent.Answers;
import org.mmm.intent.Intents;
import org.mmm.intent.Performed;
import org.mmm.item.ItemEvent;
import org.mmm.item.ItemState;
import org.mmm.kernel.Machine;
import org.mmm.kernel.Message;
import org.mmm.kernel.Moment;
import org.mmm.kernel.Outcome;
import org.mmm.kernel.Reply;
import org.mmm.kernel.Response;
import org.mmm.kernel.Send;
import org.mmm.pa.PaStatus;
import org.mmm.process.ProcessEvent;
import org.mmm.rooms.PlaceState;

/** Machines with one fault each, to see that the laws notice. */
final class Mutants {
  private Mutants() {}

  /** What is otherwise as it was. */
  private abstract static class Mutant<S, E> implements Machine<S, E> {
    final Machine<S, E> sound;

    @SuppressWarnings("unchecked") // each mutant is made of a machine of its own kind
    Mutant(Machine<?, ?> sound) {
      this.sound = (Machine<S, E>) sound;
    }

    @Override
    public S empty() {
      return sound.empty();
    }

    @Override
    public S apply(S state, E event) {
      return sound.apply(state, event);
    }

    @Override
    public Map<String, Response> wakes(S before, S after, Set<String> keys) {
      return sound.wakes(before, after, keys);
    }

    @Override
    public boolean busy(S state) {
      return sound.busy(state);
    }

    @Override
    public List<Send> due(S state, Moment now) {
      return sound.due(state, now);
    }
  }

  /** Sends before anything is written. */
  static Machine<?, ?> answersFirst(Machine<?, ?> sound) {
    return new Mutant<Object, Object>(sound) {
      @Override
      public Outcome<Object> on(Object state, Message message, Moment now) {
        Outcome<Object> o = this.sound.on(state, message, now);
        List<Object> later = new ArrayList<>(o.soon());
        later.addAll(o.events());
        return new Outcome<>(
            List.of(), later, o.sends(), o.response(), o.awaits(), o.wakes(), o.deferred());
      }
    };
  }

  /** Remembers no answer that it gave. */
  static Machine<?, ?> forgets(Machine<?, ?> sound) {
    return new Mutant<ItemState, ItemEvent>(sound) {
      @Override
      @SuppressWarnings("NullAway") // what may be null there may be null here
      public ItemState apply(ItemState s, ItemEvent event) {
        ItemState next = this.sound.apply(s, event);
        return new ItemState(
            next.id(),
            next.born(),
            next.bornBy(),
            next.owner(),
            next.account(),
            next.epoch(),
            next.perceptible(),
            next.standing(),
            next.moving(),
            next.leaving(),
            next.offer(),
            next.reserved(),
            next.handedOverBy(),
            next.ended(),
            next.provenance(),
            next.animatedWith(),
            Answers.none(),
            next.appearance(),
            next.shown(),
            next.departure());
      }

      @Override
      public Outcome<ItemEvent> on(ItemState state, Message message, Moment now) {
        return this.sound.on(state, message, now);
      }
    };
  }

  /** Answers a revocation while what was asked with the Right is still open. */
  static Machine<?, ?> doesNotSettle(Machine<?, ?> sound) {
    return new Mutant<Object, ProcessEvent>(sound) {
      @Override
      public Outcome<ProcessEvent> on(Object state, Message message, Moment now) {
        Outcome<ProcessEvent> o = this.sound.on(state, message, now);
        if (!(message instanceof Message.Request request)) return o;
        for (ProcessEvent event : o.events()) {
          if (event instanceof ProcessEvent.RightsChanged e && !e.settling().isEmpty()) {
            Reply reply = Intents.plain(e.action(), PaStatus.ACK);
            return Outcome.<ProcessEvent>nothing()
                .persist(
                    new ProcessEvent.RightsChanged(
                        e.by(), e.action(), e.rights(), Set.of(), e.at()))
                .persist(new ProcessEvent.Answered(Performed.of(request.call(), reply, now)))
                .send(e.by().subject(), new Message.Answer(e.by(), reply));
          }
        }
        return o;
      }
    };
  }

  /** Takes any word that an Item has left for a word about its present stay. */
  static Machine<?, ?> releasesAnyStay(Machine<?, ?> sound) {
    return new Mutant<PlaceState, Object>(sound) {
      @Override
      public Outcome<Object> on(PlaceState state, Message message, Moment now) {
        if (!(message instanceof Message.Release r) || !state.seats().containsKey(r.item())) {
          return this.sound.on(state, message, now);
        }
        var present = java.util.Objects.requireNonNull(state.seats().get(r.item()));
        Outcome<Object> o =
            this.sound.on(state, new Message.Release(r.item(), present.since(), r.from()), now);
        return Outcome.nothing()
            .persist(o.events())
            .send(r.from(), new Message.Released(state.item().id(), r.move()));
      }
    };
  }
}
