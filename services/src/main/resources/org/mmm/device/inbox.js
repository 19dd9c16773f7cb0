// Messages to the User, as they come; what was not acknowledged comes again.

import { Pauses } from "./pauses.js";

export class Inbox {
  #session;
  #told;
  #pauses = new Pauses();
  #last = 0;
  #socket = null;
  #closed = false;

  /** told: called with each message */
  constructor(session, told) {
    this.#session = session;
    this.#told = told;
    this.#open();
  }

  close() {
    this.#closed = true;
    this.#socket?.close();
  }

  #open() {
    const url = new URL("/ws", location.href);
    url.protocol = url.protocol === "https:" ? "wss:" : "ws:";
    url.searchParams.set("process", this.#session.user);
    if (this.#last > 0) url.searchParams.set("after", this.#last);
    const socket = new WebSocket(url, ["mmm.v1", `bearer.${this.#session.token}`]);
    this.#socket = socket;
    socket.onopen = () => this.#pauses.reset();
    socket.onmessage = ({ data }) => {
      const { seq, message } = JSON.parse(data);
      if (seq > this.#last) {
        this.#last = seq;
        this.#told(message);
      }
      socket.send(JSON.stringify({ ack: seq }));
    };
    socket.onclose = () => {
      if (!this.#closed) setTimeout(() => this.#closed || this.#open(), this.#pauses.next());
    };
  }
}
