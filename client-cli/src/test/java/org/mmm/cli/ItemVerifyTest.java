package org.mmm.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mmm.provenance.Ed25519;
import org.mmm.provenance.Receipt;

@DisplayName("mmm item verify")
class ItemVerifyTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private Path directory;
  private ObjectNode receipt = JSON.createObjectNode();
  private KeyPair keys = pair();

  @BeforeEach
  void sign() {
    receipt =
        Receipt.sign(
                "Vase@alpha.example",
                "Asset",
                JSON.createObjectNode().put("Name", "Vase"),
                "Anna@alpha.example",
                "Bob@beta.example",
                "PA-Bob-1",
                Instant.parse("2026-03-01T09:12:44.871Z"),
                "alpha.example",
                "key-1",
                keys.getPublic(),
                List.of(),
                keys.getPrivate())
            .json();
  }

  @Test
  @DisplayName("says that a receipt is good, and whose key it is as far as that is known")
  void good() throws IOException {
    Mmm.Ended alone = verify();
    assertThat(alone.code()).as(alone.err()).isZero();
    assertThat(alone.out()).contains("Vase@alpha.example", "good", "not known: give --instance");
    Mmm.Ended known = verify("--instance", published(keys));
    assertThat(known.code()).as(known.err()).isZero();
    assertThat(known.out()).doesNotContain("not known").contains("alpha.example");
  }

  @Test
  @DisplayName("says what is wrong with one that is not")
  void notGood() throws IOException {
    receipt.put("to", "Mallory@beta.example");
    Mmm.Ended changed = verify();
    assertThat(changed.code()).isEqualTo(1);
    assertThat(changed.err()).contains("is not good", "is not that of the key key-1");
    receipt.remove("committed");
    assertThat(verify().err()).contains("is no receipt", "committed is missing");
  }

  @Test
  @DisplayName("does not take a key that the M-Instance does not publish")
  void otherKey() throws IOException {
    Mmm.Ended other = verify("--instance", published(pair()));
    assertThat(other.code()).isEqualTo(1);
    assertThat(other.err()).contains("is none that alpha.example publishes");
  }

  private Mmm.Ended verify(String... more) throws IOException {
    Path file = Files.writeString(directory.resolve("receipt.json"), receipt.toString());
    List<String> words = new java.util.ArrayList<>(List.of("item", "verify", file.toString()));
    words.addAll(List.of(more));
    return new Mmm(directory.resolve("home")).run(words.toArray(String[]::new));
  }

  private String published(KeyPair of) throws IOException {
    ObjectNode document = JSON.createObjectNode().put("MInstanceID", "alpha.example");
    document
        .putArray("keys")
        .addObject()
        .put("kid", "key-1")
        .put("x", Ed25519.text(of.getPublic()));
    return Files.writeString(directory.resolve("alpha.json"), document.toString()).toString();
  }

  private static KeyPair pair() {
    try {
      return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
