package org.mmm.federation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import org.mmm.edge.PrivateFile;

/**
 * The keys by which this M-Instance signs, in a file that only its owner may read: a JWK set with
 * the private parts. All nodes have the same file. It signs with the key that is valid longest; the
 * others are published until they run out.
 */
public final class OwnKeys {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** How long a new key is valid: two years. */
  private static final long LIFETIME_SECONDS = 2 * 365 * 86_400L;

  /** Clocks of others may be behind. */
  private static final long EARLIER_SECONDS = 300;

  private record Own(InstanceKey published, PrivateKey secret) {}

  private final List<Own> keys;

  private OwnKeys(List<Own> keys) {
    this.keys = List.copyOf(keys);
  }

  /**
   * Reads the file; makes it, with a new key, if there is none.
   *
   * @param now seconds since 1970
   * @throws IllegalArgumentException if the file is wrong, or holds no key that is valid
   */
  public static OwnKeys of(Path file, long now) {
    String text = PrivateFile.readOrMake(file, () -> made(now).toString());
    try {
      List<Own> keys = new ArrayList<>();
      for (JsonNode key : JSON.readTree(text).path("keys")) {
        keys.add(new Own(InstanceKey.of(key), secret(key.path("d").asText())));
      }
      OwnKeys all = new OwnKeys(keys);
      all.signing(now);
      return all;
    } catch (IOException | IllegalArgumentException e) {
      throw new IllegalArgumentException(
          file + " holds no keys of an M-Instance: " + e.getMessage(), e);
    }
  }

  /** What is published. */
  List<InstanceKey> published() {
    return keys.stream().map(Own::published).toList();
  }

  /**
   * The key that signs now.
   *
   * @throws IllegalArgumentException if none is valid
   */
  InstanceKey published(long now) {
    return own(now).published();
  }

  /**
   * The name of the key that signs now.
   *
   * @throws IllegalArgumentException if none is valid
   */
  String signing(long now) {
    return own(now).published().id();
  }

  PrivateKey secret(long now) {
    return own(now).secret();
  }

  private Own own(long now) {
    return keys.stream()
        .filter(k -> k.published().validAt(now))
        .max(Comparator.comparingLong(k -> k.published().until()))
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "no key is valid now; add one, or remove the file to have one made"));
  }

  private static ObjectNode made(long now) {
    try {
      KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
      byte[] secret = ((EdECPrivateKey) pair.getPrivate()).getBytes().orElseThrow();
      long from = now - EARLIER_SECONDS;
      var key = new InstanceKey("key-" + from, pair.getPublic(), from, now + LIFETIME_SECONDS);
      ObjectNode all = JsonNodeFactory.instance.objectNode();
      all.putArray("keys")
          .add(key.json().put("d", Base64.getUrlEncoder().withoutPadding().encodeToString(secret)));
      return all;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Ed25519 is not to be had from this Java runtime", e);
    }
  }

  private static PrivateKey secret(String base64) {
    byte[] bytes = Base64.getUrlDecoder().decode(base64);
    try {
      return KeyFactory.getInstance("Ed25519")
          .generatePrivate(new EdECPrivateKeySpec(NamedParameterSpec.ED25519, bytes));
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("a private key is no Ed25519 key", e);
    }
  }
}
