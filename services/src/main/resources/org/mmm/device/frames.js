// RoomFrames and MotionFrames, byte by byte as docs/LIVE.md has them; metres, and radians about y.

const VERSION = 1;
const HEADER = 24;
const MEMBER = 16;
const STEPS = 64; // of a metre
const TURN = 65536;

/** Decodes a RoomFrame; throws if it is none. */
export function decodeRoomFrame(buffer) {
  const in_ = new DataView(buffer);
  if (in_.byteLength < HEADER || in_.getUint16(0) !== 0x5246) throw new Error("no RoomFrame");
  if (in_.getUint8(2) !== VERSION) throw new Error(`RoomFrame of version ${in_.getUint8(2)}`);
  const frame = {
    key: (in_.getUint8(3) & 1) !== 0,
    incarnation: in_.getUint32(4, true),
    sequence: in_.getUint32(8, true),
    tick: in_.getUint32(12, true),
    rate: in_.getUint8(16),
    members: [],
    happenings: [],
  };
  let at = HEADER;
  for (let left = in_.getUint16(20, true); left > 0; left--, at += MEMBER) frame.members.push(member(in_, at));
  const reader = new Reader(in_, at);
  for (let left = in_.getUint16(22, true); left > 0; left--) frame.happenings.push(happening(reader));
  return frame;
}

/** A RoomFrame from its form as JSON. */
export function roomFrameOf(json) {
  return {
    ...json,
    members: json.members.map(({ pose, ...member }) => ({
      ...member,
      x: pose.x / STEPS,
      y: pose.y / STEPS,
      z: pose.z / STEPS,
      yaw: (pose.yaw / TURN) * 2 * Math.PI,
    })),
    happenings: json.happenings.map(({ happening, ...one }) => ({ kind: happening, ...one })),
  };
}

/** Encodes a MotionFrame. */
export function encodeMotion({ incarnation, generation, sequence, x, y, z, yaw }) {
  const out = new DataView(new ArrayBuffer(24));
  out.setUint16(0, 0x4d46);
  out.setUint8(2, VERSION);
  out.setUint32(4, incarnation, true);
  out.setUint32(8, generation, true);
  out.setUint16(12, sequence, true);
  out.setInt16(14, clamp(Math.round(x * STEPS), -32768, 32767), true);
  out.setUint16(16, clamp(Math.round(y * STEPS), 0, 65535), true);
  out.setInt16(18, clamp(Math.round(z * STEPS), -32768, 32767), true);
  const turn = Math.round((yaw / (2 * Math.PI)) * TURN);
  out.setUint16(20, ((turn % TURN) + TURN) % TURN, true);
  return out.buffer;
}

function member(in_, at) {
  const flags = in_.getUint8(at + 14);
  return {
    slot: in_.getUint16(at, true),
    input: in_.getUint16(at + 2, true),
    x: in_.getInt16(at + 4, true) / STEPS,
    y: in_.getUint16(at + 6, true) / STEPS,
    z: in_.getInt16(at + 8, true) / STEPS,
    yaw: (in_.getUint16(at + 10, true) / TURN) * 2 * Math.PI,
    jumped: (flags & 1) !== 0,
    corrected: (flags & 2) !== 0,
  };
}

function happening(in_) {
  const kind = in_.u8();
  switch (kind) {
    case 1:
      return {
        kind: "came",
        slot: in_.u16(),
        generation: in_.u32(),
        perceptible: in_.u8() === 1,
        item: in_.text(),
        dataType: in_.text(),
        name: in_.text(),
      };
    case 2:
      return { kind: "left", slot: in_.u16() };
    case 3:
      return { kind: "placed", slot: in_.u16(), generation: in_.u32() };
    case 4:
      return { kind: "perceived", slot: in_.u16(), perceptible: in_.u8() === 1 };
    case 5:
      return { kind: "said", process: in_.text(), message: in_.text(), text: in_.text() };
    case 6:
      return { kind: "animated", slot: in_.u16(), since: in_.u32(), stream: in_.text() };
    default:
      throw new Error(`no kind of happening: ${kind}`);
  }
}

class Reader {
  static #utf8 = new TextDecoder("utf-8", { fatal: true });
  #in;
  #at;

  constructor(in_, at) {
    this.#in = in_;
    this.#at = at;
  }

  u8() {
    return this.#in.getUint8(this.#at++);
  }

  u16() {
    this.#at += 2;
    return this.#in.getUint16(this.#at - 2, true);
  }

  u32() {
    this.#at += 4;
    return this.#in.getUint32(this.#at - 4, true);
  }

  text() {
    const length = this.u16();
    const bytes = new Uint8Array(this.#in.buffer, this.#in.byteOffset + this.#at, length);
    this.#at += length;
    return Reader.#utf8.decode(bytes);
  }
}

function clamp(value, least, most) {
  return Math.min(most, Math.max(least, value));
}
