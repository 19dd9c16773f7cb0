package org.mmm.ipp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.security.KeyPairGenerator;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("What an M-Instance publishes of itself")
class InstanceDocumentTest {
  private static final InstanceId ALPHA = new InstanceId("alpha.example");
  private final InstanceDocument document;

  InstanceDocumentTest() throws Exception {
    document =
        new InstanceDocument(
            ALPHA,
            List.of("1"),
            List.of("ARC V1.2", "TEC V2.2"),
            Capabilities.here(),
            URI.create("https://alpha.example/mmm/ipp/v1"),
            List.of(new InstanceKey("k1", SignatureVectorsTest.publicKey(), 100, 200)),
            65_536,
            150);
  }

  @Test
  void isReadAsItWasWritten() {
    assertThat(InstanceDocument.of(document.json(), ALPHA)).isEqualTo(document);
  }

  @Test
  @DisplayName("has its key as RFC 8037 writes it (the key of RFC 9421, B.1.4)")
  void writesKeysAsTheRfcDoes() {
    assertThat(document.json().at("/keys/0/x").asText())
        .isEqualTo("JrQLj5P_89iXES9-vFgrIy29clF9CC_oPPsw3c5D0bs");
  }

  @RepeatedTest(20)
  void keepsAnyKey() throws Exception {
    var key = KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPublic();
    var published = new InstanceKey("k", key, 0, 1);
    assertThat(InstanceKey.of(published.json()).key().getEncoded()).isEqualTo(key.getEncoded());
  }

  @Test
  @DisplayName("says that it can do what the Baseline Profile asks for, since it can")
  void saysWhatItCanDo() {
    assertThat(document.json().at("/capabilities/Profile").asText()).isEqualTo("Baseline");
    assertThat(document.capabilities().actions())
        .contains("MM-Send", "MU-Actuate", "Identify", "UM-Actuate")
        .contains("UM-Capture", "MM-Add", "MM-Animate", "MM-Move")
        .doesNotContain("Hide");
    assertThat(document.capabilities().items()).contains("Asset", "IPP Message");
  }

  @Test
  @DisplayName("need not say what it can do, and is cut where it says too much")
  void boundsCapabilities() {
    ObjectNode silent = document.json();
    silent.remove("capabilities");
    assertThat(InstanceDocument.of(silent, ALPHA).capabilities().actions()).isEmpty();
    ObjectNode loud = document.json();
    var actions = loud.withObject("/capabilities").putArray("Actions");
    for (int i = 0; i < 1_000; i++) actions.add("x".repeat(1_000));
    assertThat(InstanceDocument.of(loud, ALPHA).capabilities().actions())
        .hasSize(Capabilities.AT_MOST)
        .allMatch(name -> name.length() == 64);
  }

  @Test
  void saysWhichKeyIsValidWhen() {
    assertThat(document.key("k1", 99)).isEmpty();
    assertThat(document.key("k1", 100)).isPresent();
    assertThat(document.key("k1", 200)).isEmpty();
    assertThat(document.key("k2", 150)).isEmpty();
  }

  @Test
  void isNotTakenFromSomebodyElse() {
    assertThatThrownBy(() -> InstanceDocument.of(document.json(), new InstanceId("beta.example")))
        .hasMessage("beta.example says that it is alpha.example");
  }

  @Test
  void doesNotSendOthersElsewhere() {
    ObjectNode elsewhere = document.json().put("resolution", "https://10.0.0.1/mmm/ipp/v1");
    assertThatThrownBy(() -> InstanceDocument.of(elsewhere, ALPHA))
        .hasMessageContaining("must be at alpha.example");
  }

  @Test
  void needsAKeyAndHasNoTwoOfOneName() {
    ObjectNode none = document.json();
    none.putArray("keys");
    assertThatThrownBy(() -> InstanceDocument.of(none, ALPHA)).hasMessageContaining("1 to 16 keys");
    ObjectNode twice = document.json();
    twice.withArray("keys").add(document.keys().get(0).json());
    assertThatThrownBy(() -> InstanceDocument.of(twice, ALPHA)).hasMessageContaining("two keys");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"alpha.example", "Alpha.Example", "a", "alpha.example:8443", "127.0.0.1:7070"})
  void isUnderAHostName(String name) {
    assertThat(new InstanceId(name).name()).isEqualTo(name.toLowerCase(java.util.Locale.ROOT));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "-a",
        "a-.example",
        "a..b",
        "10.0.0.1",
        "[::1]",
        "user@alpha",
        "alpha/path",
        "alpha:0",
        "alpha:65536",
        "alpha example"
      })
  void isUnderNothingElse(String name) {
    assertThatThrownBy(() -> new InstanceId(name)).hasMessageContaining("host name such as");
  }
}
