// The own Persona: it goes where it is steered at once, and where the Room says otherwise, there.

export class Walker {
  #live;
  #steering;
  #generation = null;
  #sent = 0;
  #sentAt = 0;
  #moved = false;
  #side = Infinity;

  /** Where it is: {x, y, z, yaw}; null while the frames have not told. */
  at = null;

  constructor(live, steering) {
    this.#live = live;
    this.#steering = steering;
  }

  /** It is in another place: a floor of that side, or of one not known. */
  begin(side) {
    this.at = null;
    this.#generation = null;
    this.#moved = false;
    this.#side = side ?? Infinity;
  }

  /** A frame was taken: member is the own Persona in it, as the place has it. */
  told(member) {
    const newest = member.poses[member.poses.length - 1];
    if (newest === undefined) return;
    const placed = member.generation !== this.#generation;
    const corrected = newest.corrected && newest.input === this.#sent;
    if (this.at !== null && !placed && !corrected) return;
    this.#generation = member.generation;
    this.at = { x: newest.x, y: newest.y, z: newest.z, yaw: newest.yaw };
    if (placed) this.#steering.yaw = newest.yaw;
  }

  /** Goes on for so many seconds, and says so as often as the Room ticks. */
  go(seconds, now, place) {
    const step = this.#steering.step(seconds);
    if (this.at === null) return;
    if (step !== null) {
      const half = this.#side / 2;
      const x = Math.min(half, Math.max(-half, this.at.x + step.x));
      const z = Math.min(half, Math.max(-half, this.at.z + step.z));
      this.at = { ...this.at, x, z, yaw: this.#steering.yaw };
      this.#moved = true;
    }
    if (!this.#moved || now - this.#sentAt < 1 / place.rate) return;
    const input = this.#live.steer(place.incarnation, this.#generation, this.at);
    if (input === 0) return;
    this.#sent = input;
    this.#sentAt = now;
    this.#moved = false;
  }
}
