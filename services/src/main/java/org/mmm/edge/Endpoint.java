package org.mmm.edge;

import java.util.List;
import java.util.concurrent.CompletionStage;

/**
 * One thing that can be asked of the MMM-API; the router and the OpenAPI document are made from
 * these.
 *
 * @param method GET, POST, DELETE
 * @param path begins with a slash; a part in braces stands for any text
 * @param doc what is said of it
 * @param handler answers it
 */
public record Endpoint(String method, String path, Doc doc, Handler handler) {

  /** The body is Item data, not JSON. */
  static final String BYTES = "Bytes";

  boolean takesBytes() {
    return doc.body().equals(BYTES);
  }

  /** Answers one request; throws a {@link Refusal} for what is refused at once. */
  @FunctionalInterface
  public interface Handler {
    CompletionStage<Answer> handle(Exchange exchange);
  }

  /** Who may ask. */
  public enum Access {
    /** Anyone. */
    OPEN,
    /** A Process, by its token. */
    PROCESS,
    /** The operator, by the operator token; a Process too where it is about itself. */
    PROCESS_OR_OPERATOR,
    /** The operator alone. */
    OPERATOR
  }

  /**
   * What a person reads about it.
   *
   * @param tag the area
   * @param id unique among all endpoints
   * @param summary one clause
   * @param access who may ask
   * @param query names of what may stand in the query
   * @param body the schema of the body, by name; empty: none; {@link #BYTES}
   * @param answer the schema of a good answer, by name; empty: not JSON, or none
   * @param statuses the HTTP statuses it may answer besides those of every endpoint
   */
  public record Doc(
      String tag,
      String id,
      String summary,
      Access access,
      List<String> query,
      String body,
      String answer,
      List<Integer> statuses) {

    /** What is said at least. */
    public static Doc of(String tag, String id, String summary, Access access) {
      return new Doc(tag, id, summary, access, List.of(), "", "", List.of());
    }

    /** With what may stand in the query. */
    public Doc query(String... names) {
      return new Doc(tag, id, summary, access, List.of(names), body, answer, statuses);
    }

    /** With a JSON body of that schema. */
    public Doc body(String schema) {
      return new Doc(tag, id, summary, access, query, schema, answer, statuses);
    }

    /** With what it answers. */
    public Doc answers(String schema, Integer... also) {
      return new Doc(tag, id, summary, access, query, body, schema, List.of(also));
    }
  }
}
