// The MMM-API, as one Process calls it.

const PATIENCE = 20_000; // milliseconds for which a request is repeated
const MOST_PAUSE = 5_000;

/** What was refused, with its reason. */
export class Refused extends Error {
  constructor(status, code, detail) {
    super(detail ? `${code}: ${detail}` : code);
    this.status = status;
    this.code = code;
  }
}

export class Api {
  #process;
  #token;

  constructor(process = "", token = "") {
    this.#process = process;
    this.#token = token;
  }

  get process() {
    return this.#process;
  }

  get token() {
    return this.#token;
  }

  /** Reads what is at that path of the API. */
  async read(path) {
    return (await this.call("GET", `/api/v2.2/${path}`)).body;
  }

  /** The bytes at that path of the node. */
  async bytes(path) {
    const headers = this.#token ? { Authorization: `Bearer ${this.#token}` } : {};
    const answer = await fetch(path, { headers });
    if (!answer.ok) throw new Refused(answer.status, `HTTP ${answer.status}`, path);
    return answer.arrayBuffer();
  }

  /** Stores a model of a Persona; resolves to the URI by which an Item names it. */
  async upload(file) {
    const headers = { "Content-Type": "model/gltf-binary" };
    return (await this.call("POST", "/api/v2.2/data", file, headers)).body.DataURI;
  }

  /** Performs a Process Action; resolves to the complements of the answer. */
  async act(path, complements) {
    const body = { sourceProcessID: this.#process, complements };
    const answer = await this.call("POST", `/api/${path}`, body, { "Idempotency-Key": newKey() });
    return answer.body.complements ?? {};
  }

  /** Asks, and again with the same key while the node cannot answer; throws Refused. */
  async call(method, path, body, headers = {}) {
    const until = Date.now() + PATIENCE;
    for (let pause = 250; ; pause = Math.min(MOST_PAUSE, pause * 2)) {
      const answer = await this.#once(method, path, body, headers).catch(() => null);
      const again = answer === null || answer.status === 503 || answer.status === 504;
      if (!again || Date.now() + pause > until) {
        if (answer === null) throw new Refused(0, "Unreachable", "the node does not answer");
        if (answer.status >= 400) {
          const status = answer.body?.paStatus ?? {};
          throw new Refused(answer.status, status.code ?? `HTTP ${answer.status}`, status.detail);
        }
        return answer;
      }
      await new Promise((go) => setTimeout(go, pause));
    }
  }

  async #once(method, path, body, headers) {
    const all = { ...headers };
    if (this.#token) all.Authorization = `Bearer ${this.#token}`;
    const file = body instanceof Blob;
    if (body !== undefined && !file) all["Content-Type"] = "application/json";
    const answer = await fetch(path, {
      method,
      headers: all,
      body: body === undefined || file ? body : JSON.stringify(body),
      cache: "no-store",
    });
    const text = await answer.text();
    return { status: answer.status, headers: answer.headers, body: text ? JSON.parse(text) : null };
  }
}

/** A key, or the end of an ID, that nobody else draws. */
export function newKey() {
  const bytes = crypto.getRandomValues(new Uint8Array(12));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
