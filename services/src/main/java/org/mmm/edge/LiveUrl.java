package org.mmm.edge;

import java.util.function.UnaryOperator;

/**
 * Where clients find the live edge.
 *
 * @param publicUrl as the settings say; empty: at the host that they asked
 * @param urlAt where it is, on that host
 */
record LiveUrl(String publicUrl, UnaryOperator<String> urlAt) {
  String seenFrom(Exchange in) {
    return publicUrl.isEmpty()
        ? urlAt.apply(in.request().getUri().host().address()) // as the client knows it
        : publicUrl;
  }
}
