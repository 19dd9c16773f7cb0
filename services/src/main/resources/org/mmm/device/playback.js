// A recording, played: seen like a visit, but for what cannot be done in what is over.

import { byId } from "./dom.js";
import { label, showHere, showSaid } from "./lists.js";
import { Place } from "./place.js";

const NOTHING = { x: 0, y: 0, z: 0 };
const SIDE = 160;
const CENTRED_ABOVE = 2;

export class Playback {
  #recording;
  #stage;
  #place = new Place();
  #at = 0;
  #next = 0;
  #running = true;

  constructor(recording, stage) {
    this.#recording = recording;
    this.#stage = stage;
    byId("place").textContent = `${recording.place}, recorded from ${recording.began}`;
    const seek = byId("seek");
    seek.max = this.#end.toFixed(1);
    seek.addEventListener("input", () => this.seek(Number(seek.value)));
    byId("pause").addEventListener("click", () => this.#pause(!this.#running));
    this.drawFloor();
  }

  get #end() {
    return this.#recording.entries[this.#recording.entries.length - 1].time;
  }

  /** Goes on from there, in seconds since it began. */
  seek(time) {
    if (time < this.#at) {
      this.#place = new Place();
      this.#next = 0;
    }
    this.#at = time;
    this.#take();
  }

  drawFloor() {
    this.#stage.scene?.floor(SIDE, false);
  }

  draw(seconds) {
    if (this.#running) {
      this.#at = Math.min(this.#end, this.#at + seconds * Number(byId("speed").value));
      this.#take();
    }
    const { scene, steering, plain } = this.#stage;
    steering.step(seconds); // the arrow keys turn
    scene?.draw(this.#shown(plain), this.#centre(), steering.yaw, steering.pitch);
  }

  list() {
    byId("seek").value = this.#at.toFixed(1);
    byId("time").textContent = `${this.#at.toFixed(1)} of ${this.#end.toFixed(1)} s`;
    showHere(this.#shown(true), this.#centre(), "", new Set(), new Set(), null);
  }

  #pause(running) {
    this.#running = running;
    byId("pause").textContent = running ? "Pause" : "Go on";
  }

  #take() {
    const { entries } = this.#recording;
    while (this.#next < entries.length && entries[this.#next].time <= this.#at) {
      const { time, frame } = entries[this.#next++];
      if (this.#place.take(frame, time) && this.#running) this.#hear(frame);
    }
  }

  #hear(frame) {
    for (const one of frame.happenings) if (one.kind === "said") showSaid(`${one.process}:`, one.text);
  }

  #shown(newest) {
    const shown = [];
    for (const member of this.#place.members()) {
      const pose = this.#place.pose(member, this.#at, newest);
      if (pose === null || !member.perceptible) continue;
      const phase = this.#place.phase(member, this.#at);
      shown.push({ item: member.item, dataType: member.dataType, label: label(member.item), pose, phase, own: false });
    }
    return shown;
  }

  /** In the middle of the Personae. */
  #centre() {
    const all = this.#shown(true).filter((one) => one.dataType === "Persona");
    if (all.length === 0) return NOTHING;
    const sum = all.reduce((so, { pose }) => ({ x: so.x + pose.x, z: so.z + pose.z }), { x: 0, z: 0 });
    return { x: sum.x / all.length, y: CENTRED_ABOVE, z: sum.z / all.length };
  }
}
