// The Operator API, as this page asks it: with the token in a header, and nowhere else.

const KEPT = "mmm.operator.token";
const PATIENCE = 10_000; // milliseconds for one answer
const TOKEN = /^[\x21-\x7e]+$/;

/** What the node refused, and why; status 0 if it was not even asked. */
export class Refused extends Error {
  constructor(status, words) {
    super(words);
    this.status = status;
  }
}

export class Operator {
  #token;

  /** Throws Refused if that cannot be a token. */
  constructor(token) {
    if (!TOKEN.test(token)) throw new Refused(0, "A token has letters, digits and signs alone, and no spaces.");
    this.#token = token;
  }

  /** Who signed in in this tab, or null. */
  static kept() {
    const token = sessionStorage.getItem(KEPT);
    return token === null ? null : new Operator(token);
  }

  keep() {
    sessionStorage.setItem(KEPT, this.#token);
  }

  forget() {
    sessionStorage.removeItem(KEPT);
  }

  /** The busiest live Rooms with that in their names; throws Refused, or another Error if the node cannot be asked. */
  async live(name, limit) {
    const query = new URLSearchParams({ name, limit });
    const answer = await fetch(`/admin/live?${query}`, {
      headers: { Authorization: `Bearer ${this.#token}` },
      cache: "no-store",
      signal: AbortSignal.timeout(PATIENCE),
    });
    const body = await answer.json();
    if (!answer.ok) throw new Refused(answer.status, body.paStatus?.detail ?? `HTTP ${answer.status}`);
    return body;
  }
}
