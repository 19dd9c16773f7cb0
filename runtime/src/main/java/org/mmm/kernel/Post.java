package org.mmm.kernel;

import org.apache.pekko.actor.typed.ActorRef;
import org.jspecify.annotations.Nullable;

/** Carries messages to entities, wherever they live. */
public interface Post {
  void send(Address to, Message message, Hlc hlc, @Nullable ActorRef<Response> caller);
}
