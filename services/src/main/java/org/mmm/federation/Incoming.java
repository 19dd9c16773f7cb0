package org.mmm.federation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.apache.pekko.http.javadsl.model.HttpHeader;
import org.mmm.edge.Answer;
import org.mmm.edge.Exchange;
import org.mmm.ipp.ContentDigest;
import org.mmm.ipp.HttpParts;
import org.mmm.ipp.SignatureException;
import org.mmm.ipp.Terms;
import org.mmm.kernel.Ambient;

/** An exchange with another M-Instance: what of it is signed, and the signing of its answer. */
final class Incoming {
  private final Exchange exchange;
  private final HttpParts parts;

  Incoming(Exchange exchange) {
    this.exchange = exchange;
    Map<String, String> fields = new TreeMap<>();
    for (HttpHeader header : exchange.request().getHeaders()) {
      fields.merge(header.lowercaseName(), header.value(), (a, b) -> a + ", " + b);
    }
    // As it stands on the wire: what is parsed and written again may be encoded otherwise.
    String path = fields.getOrDefault("raw-request-uri", exchange.request().getUri().path());
    int query = path.indexOf('?');
    this.parts =
        HttpParts.request(
            exchange.request().method().value(),
            fields.getOrDefault("host", ""),
            query < 0 ? path : path.substring(0, query),
            fields);
  }

  HttpParts parts() {
    return parts;
  }

  Exchange exchange() {
    return exchange;
  }

  /** The same answer, signed for this request; unsigned if the request bears no signature. */
  Answer signed(Answer answer, OwnKeys keys, Ambient ambient) {
    Map<String, String> fields = new TreeMap<>(answer.headers());
    fields.put(ContentDigest.FIELD, ContentDigest.of(answer.body()));
    HttpParts response = HttpParts.response(answer.status(), fields, parts);
    try {
      HttpParts done = keys.sign(response, Terms.OF_ANSWER, Terms.ANSWER, ambient);
      return new Answer(answer.status(), answer.type(), answer.body(), done.fields());
    } catch (SignatureException unsigned) {
      return answer;
    }
  }

  /** Refused in the one shape that everything refused has. */
  static Answer refused(int status, String code, String detail) {
    ObjectNode body = com.fasterxml.jackson.databind.node.JsonNodeFactory.instance.objectNode();
    body.putObject("paStatus").put("code", code).put("detail", detail);
    byte[] bytes = body.toString().getBytes(StandardCharsets.UTF_8);
    Map<String, String> headers =
        status == 429 || status == 503 ? Map.of("Retry-After", "1") : Map.of();
    return new Answer(status, "application/json", bytes, headers);
  }
}
