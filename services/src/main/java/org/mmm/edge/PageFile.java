package org.mmm.edge;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.mmm.personae.ModelRules;

/** A file of a page, from the class path; a browser that has it is not sent it again. */
public final class PageFile {
  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "glb", ModelRules.TYPE);

  private final byte[] bytes;
  private final String type;

  /** Its entity tag, quoted. */
  private final String tag;

  private PageFile(byte[] bytes, String type, String tag) {
    this.bytes = bytes;
    this.type = type;
    this.tag = tag;
  }

  /**
   * @param path on the class path, with a slash before it; ends with .html, .css, .js or .glb
   * @throws IllegalStateException if there is no such file
   */
  public static PageFile of(String path) {
    return of(path, read(path));
  }

  /** The same of a text that is changed before it is served. */
  static PageFile of(String path, UnaryOperator<String> change) {
    return of(path, change.apply(new String(read(path), UTF_8)).getBytes(UTF_8));
  }

  private static PageFile of(String path, byte[] bytes) {
    String type = TYPES.get(path.substring(path.lastIndexOf('.') + 1));
    if (type == null) throw new IllegalStateException("of what type is " + path + "?");
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
      return new PageFile(bytes, type, '"' + HexFormat.of().formatHex(hash, 0, 16) + '"');
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] read(String path) {
    try (InputStream in = PageFile.class.getResourceAsStream(path)) {
      if (in == null) throw new IllegalStateException(path + " is not on the class path");
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The file, for a page that speaks to its own port alone. */
  public Answer answer(Exchange in) {
    return answer(in, Pages.POLICY);
  }

  Answer answer(Exchange in, String policy) {
    boolean known = in.header("If-None-Match").filter(tag::equals).isPresent();
    Answer answer =
        known
            ? new Answer(304, type, new byte[0], Map.of())
            : new Answer(200, type, bytes, Map.of());
    return answer
        .with("ETag", tag)
        .with("Cache-Control", "no-cache")
        .with("Content-Security-Policy", policy)
        .with("Referrer-Policy", "no-referrer");
  }
}
