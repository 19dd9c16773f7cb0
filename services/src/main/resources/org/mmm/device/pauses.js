// How long to wait before trying again: longer each time, and not all clients at once.

const LEAST = 250;
const MOST = 5_000;

export class Pauses {
  #next = LEAST;

  /** Milliseconds of the next pause. */
  next() {
    const pause = this.#next * (0.5 + Math.random());
    this.#next = Math.min(MOST, this.#next * 2);
    return pause;
  }

  /** It worked. */
  reset() {
    this.#next = LEAST;
  }
}
