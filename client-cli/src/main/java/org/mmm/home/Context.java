package org.mmm.home;

import java.net.URI;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A node that commands are sent to, by name.
 *
 * @param url scheme http or https, host and port
 * @param operatorUrl where its Operator API is, or null if that is not known
 * @param operatorToken the file with the operator's token, or null for who is no operator there
 */
public record Context(
    String name, URI url, @Nullable URI operatorUrl, @Nullable String operatorToken) {
  /** Where a node on this machine listens unless told otherwise. */
  public static final int DEFAULT_PORT = 7070;

  public static final String DEFAULT_NAME = "default";

  public Context {
    if (!name.matches("[A-Za-z0-9][A-Za-z0-9_.-]{0,63}")) {
      throw new IllegalArgumentException(
          "context '" + name + "' must be 1 to 64 letters, digits, '_', '.' or '-'");
    }
    Objects.requireNonNull(url, "url is missing");
    requireAddress(url);
    if (operatorUrl != null) {
      requireAddress(operatorUrl);
    }
  }

  /** The context of a node on this machine. */
  public static Context local() {
    return new Context(DEFAULT_NAME, URI.create("http://127.0.0.1:" + DEFAULT_PORT), null, null);
  }

  /** Another node, of which nothing else is known: an operator's token is not sent elsewhere. */
  public Context at(URI other) {
    return new Context(name, other, null, null);
  }

  private static void requireAddress(URI url) {
    String scheme = url.getScheme();
    if (!("http".equals(scheme) || "https".equals(scheme)) || url.getHost() == null) {
      throw new IllegalArgumentException(
          "'" + url + "' is no address of a node; write http://host:port");
    }
  }
}
