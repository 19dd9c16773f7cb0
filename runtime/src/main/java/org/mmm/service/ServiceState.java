package org.mmm.service;

import org.mmm.intent.Answers;
import org.mmm.intent.Intents;
import org.mmm.kernel.Address;
import org.mmm.kernel.CborSerializable;
import org.mmm.log.LogTail;
import org.mmm.log.Logged;

/**
 * One natural key of a Service.
 *
 * @param intents what it asks in its own name
 * @param answers what it answered
 * @param log the newest part of its activity
 */
public record ServiceState(Intents intents, Answers answers, LogTail log)
    implements CborSerializable, Logged {
  public static ServiceState empty() {
    return new ServiceState(Intents.none(), Answers.none(), LogTail.none());
  }

  public ServiceState apply(Address self, ServiceEvent event) {
    if (event instanceof ServiceEvent.Intent e) {
      return new ServiceState(
          intents.apply(e.event()), answers, log.with(self, intents, e.event()));
    }
    var p = ((ServiceEvent.Answered) event).performed();
    return new ServiceState(
        intents, answers.with(p), log.with(p.id(), p.action(), p.reply(), p.at()));
  }
}
