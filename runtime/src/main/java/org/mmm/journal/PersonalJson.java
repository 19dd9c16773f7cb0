package org.mmm.journal;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.mmm.kernel.Args;
import org.mmm.pa.With;

/**
 * Items that go along with a Process Action, and what they become, are stored as {@link Personal}
 * text of the Account whose they are. An Item whose key was erased reads as {@code {"Erased":
 * true}}.
 */
final class PersonalJson extends SimpleModule {
  private static final long serialVersionUID = 1L;
  private static final JsonMapper JSON = new JsonMapper();

  PersonalJson() {
    setMixInAnnotation(With.Inline.class, InlineMixIn.class);
    setMixInAnnotation(Args.Founding.class, FoundingMixIn.class);
  }

  /** What is written: one of the two. */
  record Kept(@Nullable Personal sealed, @Nullable JsonNode plain) {}

  abstract static class InlineMixIn {
    @JsonSerialize(using = Writer.class)
    @JsonDeserialize(using = Reader.class)
    abstract ObjectNode item();
  }

  abstract static class FoundingMixIn {
    @JsonSerialize(using = Writer.class)
    @JsonDeserialize(using = Reader.class)
    abstract JsonNode data();
  }

  static final class Writer extends StdSerializer<JsonNode> {
    private static final long serialVersionUID = 1L;

    Writer() {
      super(JsonNode.class);
    }

    @Override
    public void serialize(JsonNode value, JsonGenerator out, SerializerProvider provider)
        throws IOException {
      String account = account(out.currentValue());
      provider.defaultSerializeValue(
          account.isEmpty()
              ? new Kept(null, value)
              : new Kept(new Personal(account, JSON.writeValueAsString(value)), null),
          out);
    }

    private static String account(Object owner) {
      if (owner instanceof With.Inline inline) {
        return inline.account() == null ? "" : inline.account();
      }
      return owner instanceof Args.Founding founding ? founding.account() : "";
    }
  }

  static final class Reader extends StdDeserializer<ObjectNode> {
    private static final long serialVersionUID = 1L;

    Reader() {
      super(ObjectNode.class);
    }

    @Override
    public @Nullable ObjectNode deserialize(JsonParser in, DeserializationContext context)
        throws IOException {
      Kept kept = context.readValue(in, Kept.class);
      if (kept.sealed() == null) return kept.plain() instanceof ObjectNode o ? o : null;
      String text = kept.sealed().text();
      return text == null ? erased() : parse(text);
    }

    private static ObjectNode parse(String text) throws JsonProcessingException {
      return (ObjectNode) JSON.readTree(text);
    }

    private static ObjectNode erased() {
      return JsonNodeFactory.instance.objectNode().put("Erased", true);
    }
  }
}
