// What the frames of one place have told: who is here, and where at any time.

/** So far behind the Room all others are drawn, so that there is a pose on both sides of the time drawn. */
const BEHIND = 0.1;
/** So long a movement is drawn on when nothing new has come. */
const AHEAD = 0.1;
const REMEMBERED = 16;
/** So long an animation is drawn, in seconds. */
const ANIMATED = 5;

export class Place {
  #members = new Map();
  #incarnation = null;
  #sequence = -1;
  #rate = 20;
  #offset = null;

  get incarnation() {
    return this.#incarnation;
  }

  get rate() {
    return this.#rate;
  }

  /** All that is here, each with item, dataType, name, slot, generation and its newest pose, if one is known. */
  members() {
    return [...this.#members.values()];
  }

  find(item) {
    return this.members().find((one) => one.item === item);
  }

  /** Who is in that seat, if anybody is. */
  at(slot) {
    return this.#members.get(slot);
  }

  /** Whether the frame was taken: frames of another incarnation, or older than the last, are not. */
  take(frame, now) {
    const another = frame.incarnation !== this.#incarnation;
    if (!frame.key && (another || frame.sequence <= this.#sequence)) return false;
    if (frame.key) this.#begin(frame, another);
    this.#sequence = frame.sequence;
    const time = frame.tick / frame.rate;
    this.#keepTime(now - time);
    for (const one of frame.happenings) this.#happened(one);
    for (const pose of frame.members) this.#stands(pose, time);
    return true;
  }

  /** Where a member is drawn at that time, in seconds of this page; newest: where it was last told to be. */
  pose(member, now, newest = false) {
    const poses = member.poses;
    if (poses.length === 0) return null;
    const last = poses[poses.length - 1];
    const time = now - this.#offset - BEHIND;
    if (newest || poses.length === 1) return last;
    if (time >= last.time) return drawnOn(poses[poses.length - 2], last, time);
    let i = poses.length - 1;
    while (i > 0 && poses[i - 1].time > time) i--;
    return i === 0 ? poses[0] : between(poses[i - 1], poses[i], time);
  }

  /** How many seconds a member is animated by then, in the Room's time; null if it is not, or no more. */
  phase(member, now) {
    if (member.animatedSince === undefined) return null;
    const phase = now - this.#offset - BEHIND - member.animatedSince / this.#rate;
    return phase >= 0 && phase < ANIMATED ? phase : null;
  }

  #begin(frame, another) {
    const before = this.#members;
    this.#members = new Map();
    this.#incarnation = frame.incarnation;
    this.#rate = frame.rate;
    if (another) {
      this.#offset = null;
      return;
    }
    // The same members walk on: what is known of their way is kept.
    for (const one of frame.happenings) {
      const was = one.kind === "came" ? before.get(one.slot) : undefined;
      if (was && was.item === one.item) this.#members.set(one.slot, was);
    }
  }

  /** The least delay seen is the one without waiting; it creeps up, since clocks drift. */
  #keepTime(offset) {
    const known = this.#offset;
    this.#offset = known === null || offset < known ? offset : known + Math.min(0.0005, offset - known);
  }

  #happened(one) {
    const member = this.#members.get(one.slot);
    if (one.kind === "came") {
      const same = member && member.item === one.item;
      this.#members.set(one.slot, {
        ...one,
        poses: same ? member.poses : [],
        animatedSince: same ? member.animatedSince : undefined,
      });
    } else if (one.kind === "left") {
      this.#members.delete(one.slot);
    } else if (one.kind === "placed" && member) {
      member.generation = one.generation;
    } else if (one.kind === "perceived" && member) {
      member.perceptible = one.perceptible;
    } else if (one.kind === "animated" && member) {
      member.animatedSince = one.since;
    }
  }

  #stands(pose, time) {
    const member = this.#members.get(pose.slot);
    if (!member) return;
    const last = member.poses[member.poses.length - 1];
    if (pose.jumped) member.poses.length = 0;
    else if (last && time - last.time > 1.5 / this.#rate) {
      // Nothing was told meanwhile: it stood still until a tick ago.
      member.poses.push({ ...last, time: time - 1 / this.#rate });
    }
    member.poses.push({ ...pose, time });
    if (member.poses.length > REMEMBERED) member.poses.splice(0, member.poses.length - REMEMBERED);
  }
}

function between(a, b, time) {
  const part = b.time > a.time ? (time - a.time) / (b.time - a.time) : 1;
  return mixed(a, b, Math.max(0, part));
}

function drawnOn(a, b, time) {
  if (time - b.time > AHEAD || b.time <= a.time) return b;
  return mixed(a, b, 1 + (time - b.time) / (b.time - a.time));
}

function mixed(a, b, part) {
  const turned = Math.atan2(Math.sin(b.yaw - a.yaw), Math.cos(b.yaw - a.yaw));
  return {
    ...b,
    x: a.x + (b.x - a.x) * part,
    y: a.y + (b.y - a.y) * part,
    z: a.z + (b.z - a.z) * part,
    yaw: a.yaw + turned * Math.min(1, part),
  };
}
