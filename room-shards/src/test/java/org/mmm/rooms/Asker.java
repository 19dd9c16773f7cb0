package org.mmm.rooms;

import java.util.List;
import org.mmm.intent.IntentEvent;
import org.mmm.intent.Intents;
import org.mmm.kernel.Address;
import org.mmm.kernel.Machine;
import org.mmm.kernel.Message;
import org.mmm.kernel.Moment;
import org.mmm.kernel.Outcome;
import org.mmm.kernel.Send;
import org.mmm.rights.Grounds;

/** A User who asks for what it is told to, always with the same grounds. */
record Asker(Address self, Grounds grounds) implements Machine<Intents, IntentEvent> {
  @Override
  public Intents empty() {
    return Intents.none();
  }

  @Override
  public Intents apply(Intents intents, IntentEvent event) {
    return intents.apply(event);
  }

  @Override
  public Outcome<IntentEvent> on(Intents intents, Message message, Moment now) {
    if (message instanceof Message.Submit m) {
      return intents
          .known(self, m.ask())
          .orElseGet(() -> intents.ask(self, m.ask(), "", grounds, null, now));
    }
    if (message instanceof Message.Answer m) return intents.answered(self, m, "", now);
    return Outcome.nothing();
  }

  @Override
  public boolean busy(Intents intents) {
    return intents.busy();
  }

  @Override
  public List<Send> due(Intents intents, Moment now) {
    return intents.due(self, "", now);
  }
}
