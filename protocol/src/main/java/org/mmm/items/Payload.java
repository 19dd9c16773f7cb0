package org.mmm.items;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Content in exactly one of three forms: inline, by the ID of an Item, or by reference. Its format
 * is told by a Qualifier and never parsed here.
 *
 * @param text the content itself, of at most 4,096 characters
 * @param id the ID of the Item that holds it
 * @param uri where it is
 * @param length bytes there, at least 0; may be missing, and only goes with a URI
 * @param unknown other fields of the entry
 */
public record Payload(
    @Nullable String text,
    @Nullable String id,
    @Nullable String uri,
    @Nullable Long length,
    UnknownFields unknown) {
  private static final NumberRule LENGTH = NumberRule.whole(0, 1L << 50);

  public Payload {
    TextRule.TEXT.checkIfAny("Payload.Data", text);
    TextRule.ID.checkIfAny("Payload.DataID", id);
    int forms = (text == null ? 0 : 1) + (id == null ? 0 : 1) + (uri == null ? 0 : 1);
    if (forms != 1) {
      throw new ItemException("Payload", "exactly one of text, ID and URI", forms + " of them");
    }
    if (uri != null) {
      checkUri("Payload.DataURI", uri);
    }
    if (length != null) {
      LENGTH.check("Payload.DataLength", length);
      if (uri == null) {
        throw new ItemException("Payload.DataLength", "with a DataURI", "without");
      }
    }
  }

  /** Inline content. */
  public static Payload text(String text) {
    return new Payload(text, null, null, null, UnknownFields.NONE);
  }

  /** The content of another Item. */
  public static Payload id(String id) {
    return new Payload(null, id, null, null, UnknownFields.NONE);
  }

  /** Content elsewhere; {@code length} in bytes. */
  public static Payload uri(String uri, long length) {
    return new Payload(null, null, uri, length, UnknownFields.NONE);
  }

  /**
   * Reads the entries of a payload; a text alone is inline content.
   *
   * @param text the name of inline content, {@code Data} or {@code MessageData}
   * @param id the name of the ID, {@code DataID} or {@code MessageID}
   */
  static List<Payload> list(Found at, String text, String id) {
    return at.oneOrList(entry -> read(entry, text, id));
  }

  private static Payload read(Found at, String text, String id) {
    JsonNode node = at.node();
    if (node != null && node.isTextual()) {
      return text(at.needText(TextRule.TEXT));
    }
    Fields in = at.object();
    int forms = (in.has(text) ? 1 : 0) + (in.has(id) ? 1 : 0) + (in.has("DataURI") ? 1 : 0);
    if (forms != 1) {
      String rule = "an object with exactly one of " + text + ", " + id + ", DataURI";
      throw ItemException.of(at.path(), rule, node);
    }
    Found uriAt = in.take("DataURI");
    @Nullable String uri = uriAt.text(TextRule.TEXT);
    if (uri != null) {
      checkUri(uriAt.path(), uri);
    }
    @Nullable Double length = uri == null ? null : in.take("DataLength", "Length").number(LENGTH);
    return new Payload(
        in.take(text).text(TextRule.TEXT),
        in.take(id).text(TextRule.ID),
        uri,
        length == null ? null : length.longValue(),
        in.rest());
  }

  static FieldWriter write(
      FieldWriter out, String name, List<Payload> payloads, String text, String id) {
    return out.list(name, payloads, payload -> payload.json(text, id));
  }

  private JsonNode json(String textName, String idName) {
    return FieldWriter.part(unknown)
        .put(textName, text)
        .put(idName, id)
        .put("DataLength", length == null ? null : Double.valueOf(length))
        .put("DataURI", uri)
        .done();
  }

  private static void checkUri(String path, String uri) {
    try {
      var unused = new URI(TextRule.TEXT.check(path, uri));
    } catch (URISyntaxException e) {
      throw ItemException.of(path, "a URI", (Object) uri);
    }
  }
}
