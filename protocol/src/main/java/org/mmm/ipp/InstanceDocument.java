package org.mmm.ipp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What an M-Instance publishes of itself at {@code /.well-known/mmm-instance}. Fields that are not
 * known are left.
 *
 * @param id who it is; who reads this elsewhere than under that name takes none of it
 * @param versions of the protocol between Resolution Services that it speaks, best first
 * @param editions of the standard whose Process Actions it performs
 * @param capabilities what it says that it can do
 * @param resolution where its Resolution Service is asked
 * @param keys by which it signs; at most {@link #KEYS}
 * @param messageBytes how large a message it takes, in bytes
 * @param time seconds since 1970 when this was written, so that clocks can be compared
 */
public record InstanceDocument(
    InstanceId id,
    List<String> versions,
    List<String> editions,
    Capabilities capabilities,
    URI resolution,
    List<InstanceKey> keys,
    int messageBytes,
    long time) {
  /** Where it is published. */
  public static final String PATH = "/.well-known/mmm-instance";

  /** How many keys one M-Instance may have at once. */
  public static final int KEYS = 16;

  private static final int NAMES = 16;

  public InstanceDocument {
    versions = List.copyOf(versions);
    editions = List.copyOf(editions);
    keys = List.copyOf(keys);
    if (keys.isEmpty() || keys.size() > KEYS) {
      throw new IllegalArgumentException(
          "an M-Instance has 1 to " + KEYS + " keys, " + id + " has " + keys.size());
    }
    if (keys.stream().map(InstanceKey::id).distinct().count() != keys.size()) {
      throw new IllegalArgumentException(id + " has two keys of one name");
    }
    if (versions.isEmpty()) {
      throw new IllegalArgumentException(id + " says no version of the protocol");
    }
  }

  /** The key of that name, if it is valid at that time, in seconds since 1970. */
  public Optional<InstanceKey> key(String keyId, long seconds) {
    return keys.stream().filter(k -> k.id().equals(keyId) && k.validAt(seconds)).findFirst();
  }

  public ObjectNode json() {
    ObjectNode out = JsonNodeFactory.instance.objectNode().put("MInstanceID", id.name());
    versions.forEach(out.putArray("versions")::add);
    editions.forEach(out.putArray("editions")::add);
    out.set("capabilities", capabilities.json());
    out.put("resolution", resolution.toString());
    var all = out.putArray("keys");
    keys.forEach(key -> all.add(key.json()));
    out.putObject("limits").put("messageBytes", messageBytes);
    return out.put("time", time);
  }

  /**
   * @param expected under which name it was fetched
   * @throws IllegalArgumentException if it is no such document, or of somebody else
   */
  public static InstanceDocument of(JsonNode json, InstanceId expected) {
    InstanceId id = new InstanceId(json.path("MInstanceID").asText());
    if (!id.equals(expected)) {
      throw new IllegalArgumentException(expected + " says that it is " + id);
    }
    List<InstanceKey> keys = new ArrayList<>();
    for (JsonNode key : json.path("keys")) {
      if (keys.size() == KEYS) break;
      if (key.path("crv").asText().equals("Ed25519")) keys.add(InstanceKey.of(key));
    }
    URI resolution = URI.create(json.path("resolution").asText());
    if (!id.name().equals(resolution.getRawAuthority())) {
      throw new IllegalArgumentException(
          "the Resolution Service of " + id + " must be at " + id + ", is at " + resolution);
    }
    return new InstanceDocument(
        id,
        names(json.path("versions")),
        names(json.path("editions")),
        Capabilities.of(json.path("capabilities")),
        resolution,
        keys,
        json.path("limits").path("messageBytes").asInt(),
        json.path("time").asLong());
  }

  private static List<String> names(JsonNode array) {
    List<String> names = new ArrayList<>();
    for (JsonNode name : array) if (names.size() < NAMES) names.add(name.asText());
    return names;
  }
}
