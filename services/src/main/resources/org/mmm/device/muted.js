// Whom this human does not want to hear; kept in this browser.

const MOST = 1_000;

export class Muted {
  #key;
  #users;

  constructor(user) {
    this.#key = `mmm.muted.${user}`;
    this.#users = new Set(JSON.parse(localStorage.getItem(this.#key) ?? "[]"));
  }

  has(user) {
    return this.#users.has(user);
  }

  /** Mutes, or unmutes; true if the User is muted now. */
  toggle(user) {
    if (!this.#users.delete(user)) this.#users.add(user);
    const kept = [...this.#users].slice(-MOST);
    localStorage.setItem(this.#key, JSON.stringify(kept));
    return this.#users.has(user);
  }
}
