package org.mmm.federation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import org.mmm.edge.PrivateFile;
import org.mmm.ipp.HttpParts;
import org.mmm.ipp.InstanceDocument;
import org.mmm.ipp.InstanceKey;
import org.mmm.ipp.SignatureException;
import org.mmm.ipp.SigningKey;
import org.mmm.ipp.Terms;
import org.mmm.kernel.Ambient;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The keys by which this M-Instance signs, in a file that only its owner may read: a JWK set with
 * the private parts. All nodes have the same file, and read it again when it has changed. It signs
 * with the key that is valid longest; the others are published, so that what they have signed can
 * be verified.
 */
public final class OwnKeys {
  private static final Logger LOG = LoggerFactory.getLogger(OwnKeys.class);
  private static final ObjectMapper JSON = new ObjectMapper();

  /** How often the file is looked at, in seconds. */
  private static final long LOOK_EVERY = 10;

  /** How long a new key is valid: two years. */
  private static final long LIFETIME_SECONDS = 2 * 365 * 86_400L;

  /** Clocks of others may be behind. */
  private static final long EARLIER_SECONDS = 300;

  private static final int NONCE_BYTES = 16;

  /** What the file held when it was looked at. */
  private record Held(List<SigningKey> keys, FileTime changed, long looked) {
    Held later(long now) {
      return new Held(keys, changed, now);
    }
  }

  private final Path file;
  private volatile Held held;

  private OwnKeys(Path file, Held held) {
    this.file = file;
    this.held = held;
  }

  /**
   * Reads the file; makes it, with a new key, if there is none.
   *
   * @param now seconds since 1970
   * @throws IllegalArgumentException if the file is wrong, or holds no key that is valid
   */
  public static OwnKeys of(Path file, long now) {
    return new OwnKeys(file, read(file, now));
  }

  private static Held read(Path file, long now) {
    try {
      String text = PrivateFile.readOrMake(file, () -> made(now).toString());
      FileTime changed = Files.getLastModifiedTime(file);
      List<SigningKey> keys = new ArrayList<>();
      for (JsonNode key : JSON.readTree(text).path("keys")) keys.add(SigningKey.of(key));
      if (keys.size() > InstanceDocument.KEYS) {
        throw new IllegalArgumentException(
            "it holds " + keys.size() + " keys, " + InstanceDocument.KEYS + " at most are taken");
      }
      longest(keys, now);
      return new Held(List.copyOf(keys), changed, now);
    } catch (IOException | IllegalArgumentException e) {
      throw new IllegalArgumentException(
          file + " holds no keys of an M-Instance: " + e.getMessage(), e);
    }
  }

  /** What is in the file; what was in it as long as it is wrong. */
  private List<SigningKey> keys(long now) {
    Held known = held;
    if (now - known.looked() < LOOK_EVERY) return known.keys();
    held = known.later(now); // who comes meanwhile need not look as well
    try {
      if (!Files.getLastModifiedTime(file).equals(known.changed())) {
        held = read(file, now);
        LOG.info("signs with {} from now on, read from {}", at(now).published().id(), file);
      }
    } catch (IOException | IllegalArgumentException e) {
      LOG.warn("goes on with the keys it knows: {}", e.getMessage());
    }
    return held.keys();
  }

  /** What is published. */
  List<InstanceKey> published(long now) {
    return keys(now).stream().map(SigningKey::published).toList();
  }

  /**
   * The key that signs now.
   *
   * @throws IllegalArgumentException if none is valid
   */
  SigningKey at(long now) {
    return longest(keys(now), now);
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
    SigningKey key = at(now);
    String nonce = HexFormat.of().formatHex(ambient.random(NONCE_BYTES));
    return key.sign(message, Terms.from(now, components, tag, key.published().id(), nonce));
  }

  private static SigningKey longest(List<SigningKey> keys, long now) {
    return keys.stream()
        .filter(k -> k.published().validAt(now))
        .max(Comparator.comparingLong(k -> k.published().until()))
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "no key is valid now; add one with: mmm federation rotate FILE"));
  }

  private static ObjectNode made(long now) {
    long from = now - EARLIER_SECONDS;
    ObjectNode all = JsonNodeFactory.instance.objectNode();
    all.putArray("keys")
        .add(SigningKey.made("key-" + from, from, now + LIFETIME_SECONDS).secretJson());
    return all;
  }
}
