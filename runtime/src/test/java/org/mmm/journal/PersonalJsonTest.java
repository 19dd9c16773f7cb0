package org.mmm.journal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.typesafe.config.ConfigFactory;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mmm.kernel.Args;
import org.mmm.pa.Complements;
import org.mmm.pa.With;

@DisplayName("What Anna sends, as it is stored")
class PersonalJsonTest {
  private static final String WORDS = "come to my room";
  private final AccountKeys keys = JournalSetup.inMemory(new SecureRandom());
  private final ObjectMapper stored =
      CborMapper.create(
          SerializationSettings.of(ConfigFactory.load()),
          new PersonalModule(keys),
          new PersonalJson());

  private static ObjectNode message() {
    return JsonNodeFactory.instance.objectNode().put("MessageData", WORDS);
  }

  @Test
  void isNotReadableInTheStoreAndComesBackWhole() throws Exception {
    Complements said = Complements.NONE.with(List.of(new With.Inline(message(), "Anna")));
    byte[] bytes = stored.writeValueAsBytes(said);
    assertThat(new String(bytes, StandardCharsets.ISO_8859_1)).doesNotContain(WORDS);
    assertThat(stored.readValue(bytes, Complements.class)).isEqualTo(said);
  }

  @Test
  void isReadableWhereItIsNobodys() throws Exception {
    Complements said = Complements.NONE.with(List.of(new With.Inline(message())));
    byte[] bytes = stored.writeValueAsBytes(said);
    assertThat(new String(bytes, StandardCharsets.ISO_8859_1)).contains(WORDS);
    assertThat(stored.readValue(bytes, Complements.class)).isEqualTo(said);
  }

  @Test
  void isSealedInTheItemThatItBecomes() throws Exception {
    Args.Founding born =
        new Args.Founding(
            "Message", "User1", "Anna", false, false, 0, 0, message(), null, null, null, List.of(),
            null);
    byte[] bytes = stored.writeValueAsBytes(born);
    assertThat(new String(bytes, StandardCharsets.ISO_8859_1)).doesNotContain(WORDS);
    assertThat(stored.readValue(bytes, Args.Founding.class)).isEqualTo(born);
  }

  @Test
  void isGoneOnceHerKeyIsErasedAndTheRestStillReads() throws Exception {
    Complements said =
        Complements.nil("Message1").with(List.of(new With.Inline(message(), "Anna")));
    byte[] bytes = stored.writeValueAsBytes(said);
    keys.erase("Anna");
    Complements read = stored.readValue(bytes, Complements.class);
    assertThat(read.nil()).isEqualTo("Message1");
    assertThat(read.with().toString()).contains("Erased").doesNotContain(WORDS);
  }
}
