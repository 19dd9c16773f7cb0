package org.mmm.home;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An M-Instance that commands are sent to, by name: one node of it, or several of which the next is
 * asked when one is away.
 *
 * @param url of the node to ask first: scheme http or https, host and port
 * @param others of its other nodes, in the order in which they are asked
 * @param operatorUrl where the Operator API of the first is, or null if that is not known
 * @param operatorToken the file with the operator's token, or null for who is no operator there
 */
public record Context(
    String name,
    URI url,
    List<URI> others,
    @Nullable URI operatorUrl,
    @Nullable String operatorToken) {
  /** So many nodes are tried. */
  static final int MOST_URLS = 32;

  /** Where a node on this machine listens unless told otherwise. */
  public static final int DEFAULT_PORT = 7070;

  public static final String DEFAULT_NAME = "default";

  public Context {
    if (!name.matches("[A-Za-z0-9][A-Za-z0-9_.-]{0,63}")) {
      throw new IllegalArgumentException(
          "context '" + name + "' must be 1 to 64 letters, digits, '_', '.' or '-'");
    }
    Objects.requireNonNull(url, "url is missing");
    others = others.stream().filter(other -> !other.equals(url)).distinct().toList();
    if (others.size() >= MOST_URLS) {
      throw new IllegalArgumentException(
          "context '" + name + "' has at most " + MOST_URLS + " URLs, not " + (others.size() + 1));
    }
    mustBeOfANode(url);
    others.forEach(Context::mustBeOfANode);
    if (operatorUrl != null) mustBeOfANode(operatorUrl);
  }

  /** The context of one node alone. */
  public Context(String name, URI url, @Nullable String operatorToken) {
    this(name, url, List.of(), null, operatorToken);
  }

  /** All nodes, the one to ask first leading. */
  public List<URI> urls() {
    List<URI> all = new ArrayList<>(List.of(url));
    all.addAll(others);
    return List.copyOf(all);
  }

  /** The context of a node on this machine. */
  public static Context local() {
    return new Context(DEFAULT_NAME, URI.create("http://127.0.0.1:" + DEFAULT_PORT), null);
  }

  /** The same M-Instance, that node asked first. */
  public Context from(URI node) {
    return new Context(name, node, urls(), operatorUrl, operatorToken);
  }

  /** Other nodes, of which nothing is known. */
  public Context at(List<URI> nodes) {
    return new Context(name, nodes.get(0), nodes.subList(1, nodes.size()), null, null);
  }

  private static void mustBeOfANode(URI url) {
    String scheme = url.getScheme();
    if (!("http".equals(scheme) || "https".equals(scheme)) || url.getHost() == null) {
      throw new IllegalArgumentException(
          "'" + url + "' is no address of a node; write http://host:port");
    }
  }
}
