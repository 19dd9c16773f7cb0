// A human inside: the place that it sees, what it does there, and what it is told.

import { Refused } from "./api.js";
import { Actions } from "./actions.js";
import { byId } from "./dom.js";
import { Inbox } from "./inbox.js";
import { label, showHere, showMine, showSaid } from "./lists.js";
import { Live } from "./live.js";
import { Muted } from "./muted.js";
import { Personae } from "./personae.js";
import { Place } from "./place.js";
import { Walker } from "./walker.js";

const SQUARE = "MM-Square";
const NOWHERE = { x: 0, y: 0, z: 0, yaw: 0 };
const UNKNOWN_SIDE = 40;

export class Visit {
  #session;
  #stage;
  #actions;
  #live;
  #inbox;
  #walker;
  #muted;
  #personae;
  #place = new Place();
  #where = null;
  #enclosing = null;
  #mine = new Set();
  #going = false;
  #lost = false;
  #floor = { side: UNKNOWN_SIDE, walled: false };

  /** stage: {steering, scene or null, plain: whether motion is reduced} */
  constructor(session, stage) {
    this.#session = session;
    this.#stage = stage;
    this.#actions = new Actions(session);
    this.#muted = new Muted(session.user);
    this.#personae = new Personae(session.api);
    this.#live = new Live(session.api, {
      frame: (frame) => this.#frame(frame),
      state: (state) => this.#banner(state === "lost" ? "The connection is lost; trying again…" : ""),
      ended: (reason) => this.#ended(reason),
    });
    this.#walker = new Walker(this.#live, stage.steering);
    this.#inbox = new Inbox(session, (message) => this.#heard(message));
    byId("who").textContent = session.user;
    showMine([], this);
  }

  async begin() {
    await this.perform(async () => {
      await this.#lookAround();
      await this.#refreshMine();
    });
  }

  close() {
    this.#live.close();
    this.#inbox.close();
    this.#banner("");
  }

  /** Does it, and shows why not if it is refused; true if it was done. */
  async perform(act) {
    const line = byId("refusal");
    try {
      await act();
      line.hidden = true;
      return true;
    } catch (failure) {
      if (!(failure instanceof Refused)) throw failure;
      line.textContent = failure.message;
      line.hidden = false;
      return false;
    }
  }

  goTo(place) {
    return this.#walk(() => this.#actions.goTo(place));
  }

  toSquare() {
    return this.goTo(SQUARE);
  }

  leave() {
    return this.goTo(this.#enclosing ?? SQUARE);
  }

  take(parcel) {
    return this.#walk(async () => {
      await this.#actions.takeParcel(parcel);
      await this.#refreshMine();
    });
  }

  build(name, parcel, side) {
    return this.perform(async () => {
      const room = await this.#actions.author(name, side);
      try {
        await this.#actions.placeRoom(room, parcel);
      } finally {
        await this.#refreshMine();
      }
    });
  }

  /** Lets the own Persona be of that model: a file, or the URI of one that is there. */
  remodel(model) {
    return this.perform(() => this.#actions.remodel(model));
  }

  placeRoom(room) {
    return this.perform(async () => {
      await this.#actions.placeRoom(room, byId("build").elements.parcel.value);
      await this.#refreshMine();
    });
  }

  /** Asks whom, in words, and then grants or withdraws. */
  invite(room, name) {
    const dialog = byId("invite");
    const who = dialog.querySelector("[name=who]");
    const meaning = () => {
      byId("meaning").textContent =
        `${who.value || "Whoever you name"} may enter your Room “${name}” and stay in it, with a Persona of their own,` +
        " until you let them in no longer. Nothing else is given.";
    };
    who.value = "";
    who.oninput = meaning;
    meaning();
    dialog.returnValue = "cancel";
    dialog.onclose = () => {
      const may = dialog.returnValue === "may";
      if (!may && dialog.returnValue !== "may-not") return;
      this.perform(async () => {
        await this.#actions.invite(who.value, room, may);
        showSaid("You", may ? `let ${who.value} into ${name}` : `let ${who.value} into ${name} no longer`);
      });
    };
    dialog.showModal();
  }

  /** To a Process, or, if none is named, to all who watch this place. */
  say(to, text) {
    return this.perform(async () => {
      if (!to && this.#where === null) throw new Refused(0, "You are nowhere yet", "go to a place, or say to whom");
      await this.#actions.send(to || this.#where, text);
      showSaid(to ? `You to ${to}:` : "You:", text);
    });
  }

  writeTo(user) {
    byId("say").elements.to.value = user;
    byId("say").elements.text.focus();
  }

  /** Asks for the words, and tells the operator. */
  report(about) {
    const dialog = byId("report");
    const words = dialog.querySelector("[name=words]");
    byId("report-title").textContent = `Report ${label(about)} to the operator`;
    words.value = "";
    dialog.returnValue = "cancel";
    dialog.onclose = () => {
      if (dialog.returnValue !== "report") return;
      this.perform(async () => {
        await this.#actions.report(about, this.#where, words.value);
        showSaid("You", `reported ${label(about)} to the operator`);
      });
    };
    dialog.showModal();
  }

  mute(user) {
    return this.#muted.toggle(user);
  }

  /** Draws the floor of the place, as soon as there is something to draw with. */
  drawFloor() {
    this.#stage.scene?.floor(this.#floor.side, this.#floor.walled);
  }

  /** Draws the next picture, and walks on. */
  draw(seconds, now) {
    this.#walker.go(seconds, now, this.#place);
    const { scene, steering, plain } = this.#stage;
    const shown = this.#shown(now, plain);
    for (const one of scene ? shown : []) {
      if (one.dataType === "Persona") one.model = this.#personae.modelOf(one.item);
    }
    scene?.draw(shown, this.#walker.at ?? NOWHERE, steering.yaw, steering.pitch);
  }

  /** Says the same in words. */
  list(now) {
    const eye = this.#walker.at ?? NOWHERE;
    showHere(this.#shown(now, true), eye, this.#session.persona, this.#mine, this.#muted, this);
  }

  #shown(now, newest) {
    const shown = [];
    for (const member of this.#place.members()) {
      const own = member.item === this.#session.persona;
      const pose = own && this.#walker.at ? this.#walker.at : this.#place.pose(member, now, newest);
      if (pose === null || !member.perceptible) continue;
      const phase = this.#place.phase(member, now);
      const { item, dataType } = member;
      shown.push({ item, dataType, label: label(item), pose, phase, own });
    }
    return shown;
  }

  /** Does what may bring the Persona elsewhere, and sees where it is then, also if that was refused. */
  async #walk(act) {
    this.#going = true;
    try {
      return await this.perform(act);
    } finally {
      this.#going = false;
      await this.#lookAround();
    }
  }

  async #lookAround() {
    const where = await this.#actions.whereAmI();
    const seen = where === null ? null : await this.#actions.look(where);
    this.#enclosing = seen?.enclosing ?? null;
    byId("place").textContent = where === null ? "Nowhere yet" : (seen?.item?.Name ?? where);
    byId("place").dataset.id = where ?? "";
    byId("to-square").hidden = where === SQUARE;
    byId("outside").hidden = where === null || where === SQUARE;
    if (where === this.#where && !this.#lost) return;
    this.#where = where;
    this.#lost = false;
    this.#place = new Place();
    this.#personae.enter(where, this.#session.persona);
    this.#walker.begin(seen?.side);
    this.#floor = { side: seen?.side ?? UNKNOWN_SIDE, walled: seen === null || seen.dataType === "Room" };
    this.drawFloor();
    if (where === null) this.#live.close();
    else this.#live.watch(where, this.#session.persona);
  }

  async #refreshMine() {
    const items = await this.#actions.mine();
    this.#mine = new Set(items.map((one) => one.itemID));
    showMine(items, this);
  }

  #frame(frame) {
    if (!this.#place.take(frame, performance.now() / 1000)) return;
    const own = this.#place.find(this.#session.persona);
    if (own) this.#walker.told(own);
    for (const one of frame.happenings) {
      // Who comes, or is shown again, may have become another meanwhile.
      if (one.kind === "came" && !frame.key) this.#personae.forget(one.item);
      if (one.kind === "perceived") this.#personae.forget(this.#place.at(one.slot)?.item);
      const another = one.kind === "said" && one.process !== this.#session.user;
      if (another && !this.#muted.has(one.process)) showSaid(`${one.process}:`, one.text, this);
    }
  }

  #ended(reason) {
    this.#lost = true;
    if (this.#going) return; // it went itself, and looks around when it is there
    // It was put out, or the place is gone: see where that leaves the Persona.
    this.#banner(reason);
    this.perform(() => this.#lookAround());
  }

  #heard(message) {
    if (message.dataType !== "Message" || this.#muted.has(message.source)) return;
    const text = message.content?.MessageData?.map((one) => one.MessageData).join(" ");
    if (typeof text === "string" && text) showSaid(`${message.source}:`, text, this);
  }

  #banner(text) {
    byId("banner").textContent = text;
    byId("banner").hidden = !text;
  }
}
