package org.mmm.provenance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A receipt of an Item that was handed over")
class ReceiptTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Instant AT = Instant.parse("2026-03-01T09:12:44.871Z");

  private final KeyPair alpha = pair();
  private final KeyPair beta = pair();
  private final ObjectNode data = JSON.createObjectNode().put("Title", "Statue \"of\" Anna");
  private final Receipt first =
      Receipt.sign(
          "Statue@alpha.example",
          "Model",
          data,
          "Anna@alpha.example",
          "Bob@beta.example",
          "PA-Bob-7",
          AT,
          "alpha.example",
          "key-1",
          alpha.getPublic(),
          List.of(),
          alpha.getPrivate());

  @Test
  @DisplayName("is good as it was signed, and after it was written and read")
  void isGood() throws Exception {
    assertThat(first.fault()).isNull();
    Receipt read = Receipt.of(JSON.readTree(first.json().toPrettyString()));
    assertThat(read.fault()).isNull();
    assertThat(read.json()).isEqualTo(first.json());
    assertThat(read.isOf(JSON.readTree("{\"Title\": \"Statue \\\"of\\\" Anna\"}"))).isTrue();
    assertThat(read.isOf(JSON.readTree("{\"Title\": \"Statue\"}"))).isFalse();
  }

  @Test
  @DisplayName("is not good with any field changed")
  void everyFieldIsSigned() {
    for (String field :
        List.of("item", "dataType", "dataDigest", "from", "to", "message", "committed", "keyId")) {
      ObjectNode changed = first.json();
      String was = changed.path(field).asText();
      changed.put(
          field,
          field.equals("committed") ? "2026-03-01T09:12:44.872Z" : was.replaceFirst("^.", "x"));
      assertThat(Receipt.of(changed).fault()).as(field).isNotNull();
    }
    ObjectNode otherKey = first.json().put("key", Ed25519.text(beta.getPublic()));
    assertThat(Receipt.of(otherKey).fault()).contains("is not that of the key key-1");
  }

  @Test
  @DisplayName("tells of the M-Instances before, each with its own signature")
  void chain() throws Exception {
    Receipt second = back(data, first.andThis());
    assertThat(second.fault()).isNull();
    assertThat(second.andThis()).hasSize(2);
    Receipt read = Receipt.of(JSON.readTree(second.json().toString()));
    assertThat(read.fault()).isNull();
    var side = JSON.createArrayNode();
    second.andThis().forEach(one -> side.add(one.json()));
    assertThat(Receipt.of(side).json()).isEqualTo(second.json());
    ObjectNode forged = second.json();
    ((ObjectNode) forged.path("before").path(0)).put("from", "Mallory@alpha.example");
    assertThat(Receipt.of(forged).fault()).contains("alpha.example for Statue@alpha.example");
  }

  @Test
  @DisplayName("is not good if the Item was another when it came")
  void otherData() {
    Receipt second = back(JSON.createObjectNode().put("Title", "Another"), first.andThis());
    assertThat(second.fault()).contains("is not what alpha.example has handed over");
  }

  @Test
  @DisplayName("is signed by the M-Instance that the Item leaves, for another one")
  void itsOwn() {
    ObjectNode json = first.json().put("instance", "gamma.example");
    assertThat(Receipt.of(json).fault()).contains("must be of gamma.example");
    assertThatThrownBy(() -> Receipt.of(JSON.createObjectNode()))
        .hasMessageContaining("mmm-receipt-1");
    ObjectNode bare = first.json();
    bare.remove("to");
    assertThatThrownBy(() -> Receipt.of(bare)).hasMessageContaining("to is missing");
  }

  private Receipt back(ObjectNode what, List<Receipt> before) {
    return Receipt.sign(
        "Model-1@beta.example",
        "Model",
        what,
        "Carl@beta.example",
        "Anna@alpha.example",
        "PA-Anna-9",
        AT.plusSeconds(60),
        "beta.example",
        "key-2",
        beta.getPublic(),
        before,
        beta.getPrivate());
  }

  private static KeyPair pair() {
    try {
      return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    } catch (java.security.GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
