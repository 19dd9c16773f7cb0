// Of which models the Personae are that are seen here. Who sees a Persona may ask.

/** So many are asked for at the same time, and remembered. */
const ASKED = 4;
const MOST = 1_024;

export class Personae {
  #api;
  #room = null;
  #own = null;
  #known = new Map();
  #asked = 0;

  constructor(api) {
    this.#api = api;
  }

  /** It looks at another place, in which its own Persona may be. */
  enter(room, own) {
    this.#room = room;
    this.#own = own;
    this.#known = new Map();
  }

  /** It may be of another model now. */
  forget(item) {
    this.#known.delete(item);
  }

  /** Its model as {uri, bytes()}; null while that is not known, and if it has none. */
  modelOf(item) {
    const known = this.#known.get(item);
    if (known !== undefined) return known.model;
    if (this.#asked < ASKED && this.#known.size < MOST) this.#ask(item, { model: null });
    return null;
  }

  async #ask(item, entry) {
    this.#known.set(item, entry);
    this.#asked++;
    const path = `live/models/${encodeURIComponent(item)}`;
    const query = `?room=${encodeURIComponent(this.#room)}&persona=${encodeURIComponent(this.#own)}`;
    try {
      const uri = (await this.#api.read(path + query)).DataURI;
      const at = uri?.startsWith("/device/") ? uri : `/api/v2.2/${path}/data${query}`;
      if (uri) entry.model = { uri, bytes: () => this.#api.bytes(at) };
    } catch {
      // It has gone, or the node has: it is drawn as who has no model.
    } finally {
      this.#asked--;
    }
  }
}
