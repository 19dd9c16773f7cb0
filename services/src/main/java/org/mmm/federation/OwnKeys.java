package org.mmm.federation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import org.mmm.edge.PrivateFile;
import org.mmm.ipp.HttpParts;
import org.mmm.ipp.InstanceKey;
import org.mmm.ipp.SignatureException;
import org.mmm.ipp.SigningKey;
import org.mmm.ipp.Terms;
import org.mmm.kernel.Ambient;

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

  private static final int NONCE_BYTES = 16;

  private final List<SigningKey> keys;

  private OwnKeys(List<SigningKey> keys) {
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
      List<SigningKey> keys = new ArrayList<>();
      for (JsonNode key : JSON.readTree(text).path("keys")) {
        keys.add(SigningKey.of(key));
      }
      OwnKeys all = new OwnKeys(keys);
      all.own(now);
      return all;
    } catch (IOException | IllegalArgumentException e) {
      throw new IllegalArgumentException(
          file + " holds no keys of an M-Instance: " + e.getMessage(), e);
    }
  }

  /** What is published. */
  List<InstanceKey> published() {
    return keys.stream().map(SigningKey::published).toList();
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
   * Signs with the key of now.
   *
   * @param components what is signed
   * @param tag for what it is signed
   * @throws SignatureException if the message has not what is to be signed
   */
  HttpParts sign(HttpParts message, List<String> components, String tag, Ambient ambient)
      throws SignatureException {
    long now = ambient.millis() / 1_000;
    SigningKey key = own(now);
    String nonce = HexFormat.of().formatHex(ambient.random(NONCE_BYTES));
    return key.sign(message, Terms.from(now, components, tag, key.published().id(), nonce));
  }

  PrivateKey secret(long now) {
    return own(now).secret();
  }

  private SigningKey own(long now) {
    return keys.stream()
        .filter(k -> k.published().validAt(now))
        .max(Comparator.comparingLong(k -> k.published().until()))
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "no key is valid now; add one, or remove the file to have one made"));
  }

  private static ObjectNode made(long now) {
    long from = now - EARLIER_SECONDS;
    ObjectNode all = JsonNodeFactory.instance.objectNode();
    all.putArray("keys")
        .add(SigningKey.made("key-" + from, from, now + LIFETIME_SECONDS).secretJson());
    return all;
  }
}
