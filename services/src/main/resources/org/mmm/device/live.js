// The socket of one live place: opened with a ticket, and opened again when it is lost.

import { Refused } from "./api.js";
import { decodeRoomFrame, encodeMotion } from "./frames.js";
import { Pauses } from "./pauses.js";

const PROTOCOL = "mmm.live.v1";
const INPUTS = 0xffff;
/** Closed with one of these, there is nothing to come back to. */
const FINAL = new Set([4403, 4404, 4409]);

export class Live {
  #api;
  #told;
  #socket = null;
  #visit = 0;
  #input = 0;

  /** told: {frame(frame), state("open" | "lost"), ended(reason)} */
  constructor(api, told) {
    this.#api = api;
    this.#told = told;
  }

  /** Watches that place from now on, and steers that Persona if it is not null. */
  watch(room, persona) {
    this.close();
    this.#open(room, persona, this.#visit, new Pauses());
  }

  close() {
    this.#visit++;
    this.#socket?.close();
    this.#socket = null;
  }

  /** Says where the Persona wants to stand; the number that the frames will name, or 0 if it was not sent. */
  steer(incarnation, generation, pose) {
    const socket = this.#socket;
    if (socket?.readyState !== WebSocket.OPEN || socket.bufferedAmount > 0) return 0;
    this.#input = this.#input === INPUTS ? 1 : this.#input + 1;
    socket.send(encodeMotion({ incarnation, generation, sequence: this.#input, ...pose }));
    return this.#input;
  }

  async #open(room, persona, visit, pauses) {
    let ticket;
    try {
      const asked = persona === null ? { room } : { room, persona };
      ticket = (await this.#api.call("POST", "/api/v2.2/live/tickets", asked)).body;
    } catch (failure) {
      if (visit !== this.#visit) return;
      if (failure instanceof Refused && failure.status >= 400 && failure.status < 500) {
        this.#told.ended(failure.message);
      } else {
        this.#again(room, persona, visit, pauses);
      }
      return;
    }
    if (visit !== this.#visit) return;
    this.#listen(new WebSocket(ticket.url, PROTOCOL), ticket, () => this.#again(room, persona, visit, pauses), visit, pauses);
  }

  #listen(socket, ticket, again, visit, pauses) {
    this.#socket = socket;
    socket.binaryType = "arraybuffer";
    socket.onopen = () => socket.send(JSON.stringify({ ticket: ticket.ticket }));
    socket.onmessage = ({ data }) => {
      if (visit !== this.#visit) return;
      if (typeof data === "string") {
        pauses.reset();
        this.#told.state("open");
      } else {
        this.#told.frame(decodeRoomFrame(data));
      }
    };
    socket.onclose = ({ code, reason }) => {
      if (visit !== this.#visit) return;
      if (FINAL.has(code)) this.#told.ended(reason || `closed with ${code}`);
      else again();
    };
  }

  #again(room, persona, visit, pauses) {
    this.#told.state("lost");
    setTimeout(() => {
      if (visit === this.#visit) this.#open(room, persona, visit, pauses);
    }, pauses.next());
  }
}
