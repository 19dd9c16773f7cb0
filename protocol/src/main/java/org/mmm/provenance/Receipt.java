package org.mmm.provenance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an M-Instance signs when an Item of it has become the property of a Process of another one.
 * Whoever has it can verify it without asking anybody, given the key.
 *
 * @param item its name where it was, with that M-Instance
 * @param dataType what it is
 * @param dataDigest of its Data, SHA-256 as RFC 9530 writes it
 * @param from who owned it
 * @param to who owns it
 * @param message by which the M-Instance of the new owner asked, and had accepted it before
 * @param committed when it changed hands: from then on it is the new owner's
 * @param instance who signs
 * @param keyId by which of its keys
 * @param key that key, Ed25519
 * @param before the receipts by which it had come to {@code instance}, oldest first; none if it was
 *     made there
 * @param signature of the rest as {@code JSON} without it: names sorted, no white space
 */
public record Receipt(
    String item,
    String dataType,
    String dataDigest,
    String from,
    String to,
    String message,
    Instant committed,
    String instance,
    String keyId,
    PublicKey key,
    List<Receipt> before,
    byte[] signature) {
  private static final String VERSION = "mmm-receipt-1";
  private static final String SIGNATURE = "signature";
  private static final String SIDE_BY_SIDE = "receipts stand side by side, oldest first";

  /** So many changes of M-Instance one receipt tells of at most. */
  public static final int BEFORE_AT_MOST = 32;

  public Receipt {
    before = List.copyOf(before);
    signature = signature.clone();
  }

  @Override
  public byte[] signature() {
    return signature.clone();
  }

  /**
   * Signs what the other fields say.
   *
   * @param data as it is handed over
   * @param before see {@link #andThis} of the receipt by which it came
   */
  public static Receipt sign(
      String item,
      String dataType,
      JsonNode data,
      String from,
      String to,
      String message,
      Instant committed,
      String instance,
      String keyId,
      PublicKey key,
      List<Receipt> before,
      PrivateKey secret) {
    Receipt bare =
        new Receipt(
            item,
            dataType,
            Canonical.digest(data),
            from,
            to,
            message,
            committed,
            instance,
            keyId,
            key,
            before,
            new byte[0]);
    return bare.signed(Ed25519.sign(Canonical.bytes(bare.unsigned()), secret));
  }

  public ObjectNode json() {
    return unsigned()
        .put(SIGNATURE, Base64.getUrlEncoder().withoutPadding().encodeToString(signature));
  }

  private ObjectNode unsigned() {
    ObjectNode json = JsonNodeFactory.instance.objectNode().put("receipt", VERSION);
    json.put("item", item).put("dataType", dataType).put("dataDigest", dataDigest);
    json.put("from", from).put("to", to).put("message", message);
    json.put("committed", committed.toString());
    json.put("instance", instance).put("keyId", keyId).put("key", Ed25519.text(key));
    if (!before.isEmpty()) {
      var all = json.putArray("before");
      before.forEach(receipt -> all.add(receipt.json()));
    }
    return json;
  }

  /**
   * One receipt; or several that stand side by side, oldest first, as an Item keeps them.
   *
   * @throws IllegalArgumentException if it is no receipt; says what is wrong
   */
  public static Receipt of(JsonNode json) {
    if (json.isArray() && !json.isEmpty() && json.size() <= BEFORE_AT_MOST + 1) {
      List<Receipt> all = new ArrayList<>();
      for (JsonNode one : json) {
        if (one.has("before")) throw new IllegalArgumentException(SIDE_BY_SIDE);
        all.add(of(one));
      }
      return all.get(all.size() - 1).with(all.subList(0, all.size() - 1));
    }
    if (!json.path("receipt").asText().equals(VERSION)) {
      throw new IllegalArgumentException(
          "a receipt says \"receipt\": \"" + VERSION + "\", this says " + json.path("receipt"));
    }
    JsonNode earlier = json.path("before");
    if (earlier.size() > BEFORE_AT_MOST) {
      throw new IllegalArgumentException("at most " + BEFORE_AT_MOST + " receipts come before");
    }
    List<Receipt> before = new ArrayList<>();
    for (JsonNode one : earlier) {
      if (one.has("before")) throw new IllegalArgumentException(SIDE_BY_SIDE);
      before.add(of(one));
    }
    try {
      return new Receipt(
          text(json, "item"),
          text(json, "dataType"),
          text(json, "dataDigest"),
          text(json, "from"),
          text(json, "to"),
          text(json, "message"),
          Instant.parse(text(json, "committed")),
          text(json, "instance"),
          text(json, "keyId"),
          Ed25519.key(text(json, "key")),
          before,
          Base64.getUrlDecoder().decode(text(json, SIGNATURE)));
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("committed is no time: " + json.path("committed"), e);
    }
  }

  /** What is wrong with it; null if it holds together and its signatures are good. */
  public @Nullable String fault() {
    List<Receipt> all = andThis();
    for (int i = 0; i < all.size(); i++) {
      // Those before stand side by side; each was signed with those before it.
      String wrong = all.get(i).alone(all.subList(0, i));
      if (wrong == null && i > 0) wrong = all.get(i).after(all.get(i - 1));
      if (wrong != null) return wrong;
    }
    return null;
  }

  /** Those before it and itself, oldest first, none with others in it. */
  public List<Receipt> andThis() {
    List<Receipt> all = new ArrayList<>(before);
    all.add(with(List.of()));
    return List.copyOf(all);
  }

  /** Whether that Data is what was handed over. */
  public boolean isOf(JsonNode data) {
    return Canonical.digest(data).equals(dataDigest);
  }

  private @Nullable String alone(List<Receipt> earlier) {
    if (!instanceOf(item).equals(instance) || !instanceOf(from).equals(instance)) {
      return item + " and " + from + " must be of " + instance + ", which has signed";
    }
    if (instanceOf(to).equals(instance) || instanceOf(to).isEmpty()) {
      return to + " must be of another M-Instance than " + instance;
    }
    return Ed25519.verify(Canonical.bytes(with(earlier).unsigned()), signature, key)
        ? null
        : "the signature of " + instance + " for " + item + " is not that of the key " + keyId;
  }

  private Receipt signed(byte[] by) {
    return copy(before, by);
  }

  private Receipt with(List<Receipt> earlier) {
    return copy(earlier, signature);
  }

  private Receipt copy(List<Receipt> earlier, byte[] by) {
    return new Receipt(
        item,
        dataType,
        dataDigest,
        from,
        to,
        message,
        committed,
        instance,
        keyId,
        key,
        earlier,
        by);
  }

  private @Nullable String after(Receipt last) {
    if (!instanceOf(last.to).equals(instance)) {
      return last.item + " was handed to " + last.to + ", not to " + instance;
    }
    return last.dataDigest.equals(dataDigest)
        ? null
        : "the Data of " + item + " is not what " + last.instance + " has handed over";
  }

  private static String instanceOf(String name) {
    int at = name.lastIndexOf('@');
    return at < 0 ? "" : name.substring(at + 1);
  }

  private static String text(JsonNode json, String field) {
    JsonNode value = json.path(field);
    if (!value.isTextual() || value.asText().isEmpty()) {
      throw new IllegalArgumentException("the field " + field + " is missing");
    }
    return value.asText();
  }
}
