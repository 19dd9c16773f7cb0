package org.mmm.edge;

/** Lets the operator in, and nobody else. */
public final class OperatorToken {
  private static final String BEARER = "Bearer ";

  private final String token;

  private OperatorToken(String token) {
    this.token = token;
  }

  /**
   * The token that the files hold; made at the first start.
   *
   * @throws IllegalArgumentException if the file is wrong or cannot be had
   */
  public static OperatorToken of(Support support) {
    return new OperatorToken(support.files().readOperatorToken(support.ambient()));
  }

  /** Throws a {@link Refusal} with 401 unless the operator asks. */
  public void check(Exchange in) {
    String brought =
        in.header("Authorization")
            .filter(a -> a.regionMatches(true, 0, BEARER, 0, BEARER.length()))
            .map(a -> a.substring(BEARER.length()).strip())
            .orElseThrow(
                () ->
                    Refusal.token("the operator's token is needed: Authorization: Bearer <token>"));
    if (!Secrets.same(brought, token)) {
      throw Refusal.token("that is not the operator's token; only the operator may ask here");
    }
  }
}
