// Where each Room was seen last: one that is on its way to another node is on none of them for a moment.

const REMEMBERED = 15_000; // milliseconds
const MOST_REMEMBERED = 200; // with those that are seen now

export class Sightings {
  #last = new Map();

  /** Begins anew: what is seen from now on has not moved. */
  clear() {
    this.#last.clear();
  }

  /**
   * Takes what was told at that time, in milliseconds: {rooms, moves}. The rooms are those that were told, and those
   * seen a moment ago, which are gone; the moves say {room, from, to}.
   */
  take(told, now) {
    const moves = [];
    for (const one of told) {
      const before = this.#last.get(one.room);
      if (before && before.node !== one.node) moves.push({ room: one.room, from: before.node, to: one.node });
      this.#last.delete(one.room); // so that the first in the order is who was not seen longest
      this.#last.set(one.room, { ...one, seen: now });
    }
    const rooms = told.map((one) => ({ ...one, gone: false }));
    for (const [room, one] of this.#last) {
      if (now - one.seen > REMEMBERED || this.#last.size > MOST_REMEMBERED) this.#last.delete(room);
      else if (one.seen !== now) rooms.push({ ...one, gone: true });
    }
    return { rooms, moves };
  }
}
