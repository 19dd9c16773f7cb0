package org.mmm.edge;

/** A request is refused before any Process sees it; carries the answer. */
public final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Answer answer;
  private final String kind;

  /**
   * @param kind for what it is counted: syntax, token, rate, size, route...
   */
  public Refusal(String kind, Answer answer) {
    super(kind, null, false, false);
    this.kind = kind;
    this.answer = answer;
  }

  /** 400: it cannot be read. */
  public static Refusal syntax(String detail) {
    return new Refusal("syntax", Answer.unreadable(detail));
  }

  static Refusal token(String detail) {
    return new Refusal("token", Answer.unauthenticated(detail));
  }

  static Refusal rights(String detail) {
    return new Refusal("token", Answer.error(org.mmm.pa.Reason.INS_RIGHTS, detail));
  }

  static Refusal faulty(String detail) {
    return new Refusal("sentence", Answer.error(org.mmm.pa.Reason.FAULTY_PA, detail));
  }

  String kind() {
    return kind;
  }

  Answer answer() {
    return answer;
  }
}
