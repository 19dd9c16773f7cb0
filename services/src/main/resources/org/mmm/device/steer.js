// Keys, mouse and touch, made into where the own Persona wants to stand.

/** Metres and radians a second. */
const SPEED = 4;
const TURNING = 2;
/** Radians of a drag over one pixel. */
const LOOK = 0.005;
/** Pixels of a drag on the left half of a touch screen that mean full speed. */
const STICK = 60;
const LONGEST_STEP = 0.1;

const KEYS = new Map([
  ["KeyW", [0, 1, 0]],
  ["ArrowUp", [0, 1, 0]],
  ["KeyS", [0, -1, 0]],
  ["ArrowDown", [0, -1, 0]],
  ["KeyA", [-1, 0, 0]],
  ["KeyD", [1, 0, 0]],
  ["ArrowLeft", [0, 0, 1]],
  ["ArrowRight", [0, 0, -1]],
]);

export class Steering {
  #held = new Set();
  #stick = null;
  #look = null;
  #side = 0;
  #ahead = 0;

  /** The direction in which one looks, in radians about y; 0 looks along -z. */
  yaw = 0;
  /** How far down. */
  pitch = 0.25;

  constructor(canvas) {
    canvas.addEventListener("keydown", (event) => this.#key(event, true));
    canvas.addEventListener("keyup", (event) => this.#key(event, false));
    canvas.addEventListener("blur", () => this.#held.clear());
    canvas.addEventListener("pointerdown", (event) => this.#down(canvas, event));
    canvas.addEventListener("pointermove", (event) => this.#moved(event));
    for (const end of ["pointerup", "pointercancel"]) {
      canvas.addEventListener(end, (event) => this.#up(event));
    }
    canvas.addEventListener("dblclick", () => canvas.requestPointerLock?.());
  }

  /** How far to go in so many seconds: {x, z} metres, or null to stand still. */
  step(seconds) {
    const time = Math.min(seconds, LONGEST_STEP);
    let [side, ahead, turn] = [this.#side, this.#ahead, 0];
    for (const code of this.#held) {
      const [s, a, t] = KEYS.get(code);
      side += s;
      ahead += a;
      turn += t;
    }
    this.yaw += turn * TURNING * time;
    const length = Math.hypot(side, ahead);
    if (length === 0) return turn === 0 ? null : { x: 0, z: 0 };
    const way = (SPEED * time * Math.min(1, length)) / length;
    const [sin, cos] = [Math.sin(this.yaw), Math.cos(this.yaw)];
    return { x: way * (side * cos - ahead * sin), z: way * (-side * sin - ahead * cos) };
  }

  #key(event, down) {
    if (!KEYS.has(event.code) || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    if (down) this.#held.add(event.code);
    else this.#held.delete(event.code);
  }

  #down(canvas, event) {
    canvas.focus();
    if (event.pointerType !== "mouse") canvas.setPointerCapture(event.pointerId);
    const left = event.offsetX < canvas.clientWidth / 2;
    const at = { id: event.pointerId, x: event.clientX, y: event.clientY };
    if (event.pointerType === "touch" && left) this.#stick = at;
    else this.#look = at;
  }

  #moved(event) {
    if (this.#stick?.id === event.pointerId) {
      this.#side = clamp((event.clientX - this.#stick.x) / STICK);
      this.#ahead = clamp((this.#stick.y - event.clientY) / STICK);
    } else if (this.#look?.id === event.pointerId || document.pointerLockElement) {
      this.yaw -= event.movementX * LOOK;
      this.pitch = Math.min(1.3, Math.max(-0.2, this.pitch + event.movementY * LOOK));
    }
  }

  #up(event) {
    if (this.#stick?.id === event.pointerId) {
      this.#stick = null;
      this.#side = this.#ahead = 0;
    } else if (this.#look?.id === event.pointerId) {
      this.#look = null;
    }
  }
}

function clamp(value) {
  return Math.min(1, Math.max(-1, value));
}
