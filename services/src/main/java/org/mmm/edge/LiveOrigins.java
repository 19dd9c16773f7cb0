package org.mmm.edge;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import java.net.URI;
import java.util.List;

/**
 * From which pages a browser may open a socket of the live edge: those of the same host, whatever
 * their port, since the MMM-API has another one; and those of the settings.
 */
final class LiveOrigins {
  private final List<String> allowed;

  LiveOrigins(List<String> allowed) {
    this.allowed = allowed;
  }

  /** Whether the page that these headers name is one of them; so is no page at all. */
  boolean has(HttpHeaders headers) {
    String origin = headers.get(HttpHeaderNames.ORIGIN);
    if (origin == null || allowed.contains("*") || allowed.contains(origin)) return true;
    try {
      String own = URI.create("//" + headers.get(HttpHeaderNames.HOST, "")).getHost();
      return own != null && own.equals(URI.create(origin).getHost());
    } catch (IllegalArgumentException noUri) {
      return false;
    }
  }
}
