package org.mmm.journal;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import java.io.IOException;
import org.apache.pekko.actor.ExtendedActorSystem;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.ActorRefResolver;
import org.apache.pekko.actor.typed.javadsl.Adapter;

/** Writes references to actors so that they can be told from another node. */
final class ActorRefModule extends SimpleModule {
  private static final long serialVersionUID = 1L;

  ActorRefModule(ExtendedActorSystem system) {
    addSerializer(new Writer(system));
    addDeserializer(ActorRef.class, new Reader(system));
  }

  // The resolver is asked for at each use: while the serialisers are made the actor system is not
  // ready to give it.
  private static ActorRefResolver resolver(ExtendedActorSystem system) {
    return ActorRefResolver.get(Adapter.toTyped(system));
  }

  @SuppressWarnings("rawtypes")
  private static final class Writer extends StdScalarSerializer<ActorRef> {
    private static final long serialVersionUID = 1L;
    private final transient ExtendedActorSystem system;

    Writer(ExtendedActorSystem system) {
      super(ActorRef.class);
      this.system = system;
    }

    @Override
    public void serialize(ActorRef ref, JsonGenerator out, SerializerProvider provider)
        throws IOException {
      out.writeString(resolver(system).toSerializationFormat((ActorRef<?>) ref));
    }
  }

  @SuppressWarnings("rawtypes")
  private static final class Reader extends StdScalarDeserializer<ActorRef> {
    private static final long serialVersionUID = 1L;
    private final transient ExtendedActorSystem system;

    Reader(ExtendedActorSystem system) {
      super(ActorRef.class);
      this.system = system;
    }

    @Override
    public ActorRef deserialize(JsonParser in, DeserializationContext context) throws IOException {
      return resolver(system).resolveActorRef(in.getText());
    }
  }
}
