package org.mmm.ipp;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What of an HTTP message can be signed (RFC 9421, section 2).
 *
 * @param method in upper case; empty for a response
 * @param authority host in lower case, and port unless it is the scheme's own; empty for a response
 * @param path as it stands on the wire, from the slash on; empty for a response
 * @param status 100 to 599; 0 for a request
 * @param fields by their names in lower case; several of one name are joined by ", "
 * @param request what a response answers; null for a request
 */
public record HttpParts(
    String method,
    String authority,
    String path,
    int status,
    Map<String, String> fields,
    @Nullable HttpParts request) {
  public HttpParts {
    var lower = new TreeMap<String, String>();
    fields.forEach((name, value) -> lower.put(name.toLowerCase(Locale.ROOT), value.strip()));
    fields = java.util.Collections.unmodifiableMap(lower);
  }

  public static HttpParts request(
      String method, String authority, String path, Map<String, String> fields) {
    return new HttpParts(
        method, authority.toLowerCase(Locale.ROOT), path.isEmpty() ? "/" : path, 0, fields, null);
  }

  public static HttpParts response(int status, Map<String, String> fields, HttpParts to) {
    return new HttpParts("", "", "", status, fields, to);
  }

  /** The same with one field more, or another value of it. */
  public HttpParts with(String name, String value) {
    var more = new TreeMap<>(fields);
    more.put(name.toLowerCase(Locale.ROOT), value);
    return new HttpParts(method, authority, path, status, more, request);
  }

  /**
   * The value of a component.
   *
   * @param name {@code @method}, {@code @authority}, {@code @path}, {@code @status}, or a field
   * @return null if this message does not have it
   */
  public @Nullable String component(String name) {
    return switch (name) {
      case "@method" -> present(method);
      case "@authority" -> present(authority);
      case "@path" -> present(path);
      case "@status" -> status == 0 ? null : Integer.toString(status);
      default -> name.startsWith("@") ? null : fields.get(name);
    };
  }

  private static @Nullable String present(String value) {
    return value.isEmpty() ? null : value;
  }
}
