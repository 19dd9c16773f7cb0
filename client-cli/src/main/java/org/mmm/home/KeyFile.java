package org.mmm.home;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.mmm.client.ExitCode;
import org.mmm.client.Failure;
import org.mmm.client.Json;
import org.mmm.ipp.InstanceDocument;
import org.mmm.ipp.InstanceKey;
import org.mmm.ipp.SigningKey;

/** The file of the keys by which an M-Instance signs: a JWK set with the private parts. */
public final class KeyFile {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path file;

  public KeyFile(Path file) {
    this.file = file;
    if (!Files.isRegularFile(file)) {
      throw new Failure(
          ExitCode.NOT_FOUND,
          "there is no file "
              + file
              + "; a node with mmm.federation.id makes it as federation.keys in its data"
              + " directory");
    }
    if (!Files.isWritable(file)) {
      throw new Failure(ExitCode.FAILED, "cannot write " + file + ": no permission");
    }
  }

  /** What is published of the keys in it. */
  public List<InstanceKey> keys() {
    return keys(set(PrivateFiles.read(file).orElse("")));
  }

  /**
   * Adds a new key. What has run out before goes only if there is no room: what it has signed can
   * be verified by it.
   *
   * @param now when that is
   * @param begins how long after that it is valid
   * @param lasts how long it is valid, from its beginning
   * @return what is published of it
   */
  public InstanceKey rotate(Instant now, Duration begins, Duration lasts) {
    long from = now.plus(begins).getEpochSecond();
    SigningKey key = SigningKey.made("key-" + from, from, from + lasts.toSeconds());
    PrivateFiles.update(file, text -> with(text, key, now.getEpochSecond()));
    return key.published();
  }

  private String with(String text, SigningKey key, long now) {
    ObjectNode set = set(text);
    List<InstanceKey> before = keys(set);
    InstanceKey added = key.published();
    for (InstanceKey other : before) {
      if (other.id().equals(added.id())) {
        throw new Failure(
            ExitCode.CONFLICT, file + " has a key " + other.id() + " already; try again");
      }
      if (other.until() >= added.until()) {
        throw new Failure(
            ExitCode.USAGE,
            "the new key would be valid until "
                + Instant.ofEpochSecond(added.until())
                + ", and "
                + other.id()
                + " is until "
                + Instant.ofEpochSecond(other.until())
                + ": the one that is valid longest signs; give a longer --valid-for");
      }
    }
    ArrayNode all = set.withArray("keys");
    if (before.size() >= InstanceDocument.KEYS) removeOldest(before, all, now);
    all.add(key.secretJson());
    return set + "\n";
  }

  private void removeOldest(List<InstanceKey> before, ArrayNode all, long now) {
    int oldest = -1;
    for (int i = 0; i < before.size(); i++) {
      boolean over = before.get(i).until() <= now;
      if (over && (oldest < 0 || before.get(i).until() < before.get(oldest).until())) oldest = i;
    }
    if (oldest < 0) {
      throw new Failure(
          ExitCode.CONFLICT,
          file + " has " + before.size() + " keys that are not over, no more are taken");
    }
    all.remove(oldest);
  }

  private ObjectNode set(String text) {
    try {
      if (JSON.readTree(text) instanceof ObjectNode set && set.path("keys").isArray()) return set;
    } catch (IOException broken) {
      // said below, without what is in it
    }
    throw new Failure(ExitCode.FAILED, file + " is no file of keys of an M-Instance");
  }

  private List<InstanceKey> keys(ObjectNode set) {
    List<InstanceKey> keys = new ArrayList<>();
    try {
      for (JsonNode key : Json.list(set, "keys")) keys.add(SigningKey.of(key).published());
    } catch (IllegalArgumentException e) {
      throw new Failure(ExitCode.FAILED, file + " has a key that is none: " + e.getMessage(), e);
    }
    return keys;
  }
}
