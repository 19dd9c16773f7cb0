package org.mmm.journal;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Seals {@link Personal} text on the way out and opens it on the way in. */
final class PersonalModule extends SimpleModule {
  private static final long serialVersionUID = 1L;

  PersonalModule(AccountKeys keys) {
    addSerializer(new Writer(keys));
    addDeserializer(Personal.class, new Reader(keys));
  }

  /** What is written: without {@code sealed} there is no text any more. */
  record Sealed(String account, byte @Nullable [] sealed) {}

  private static final class Writer extends StdSerializer<Personal> {
    private static final long serialVersionUID = 1L;
    private final transient AccountKeys keys;

    Writer(AccountKeys keys) {
      super(Personal.class);
      this.keys = keys;
    }

    @Override
    public void serialize(Personal value, JsonGenerator out, SerializerProvider provider)
        throws IOException {
      var sealed =
          value.text() == null ? null : keys.seal(value.account(), value.text()).orElse(null);
      out.writePOJO(new Sealed(value.account(), sealed));
    }
  }

  private static final class Reader extends StdDeserializer<Personal> {
    private static final long serialVersionUID = 1L;
    private final transient AccountKeys keys;

    Reader(AccountKeys keys) {
      super(Personal.class);
      this.keys = keys;
    }

    @Override
    public Personal deserialize(JsonParser in, DeserializationContext context) throws IOException {
      var read = context.readValue(in, Sealed.class);
      var text =
          read.sealed() == null ? null : keys.open(read.account(), read.sealed()).orElse(null);
      return new Personal(read.account(), text);
    }
  }
}
