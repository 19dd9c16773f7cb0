// What a human lets its User do, as Process Actions.

import { Refused, newKey } from "./api.js";
import { message, modelObject, rightToEnter, room, spatialAttitude } from "./items.js";

export class Actions {
  #api;
  #persona;

  constructor(session) {
    this.#api = session.api;
    this.#persona = session.persona;
  }

  /** The place in which the own Persona is, or null. */
  async whereAmI() {
    const persona = await this.#api.read(`items/${encodeURIComponent(this.#persona)}`);
    return persona.place?.at ?? null;
  }

  /** What the place tells of itself; null to whom it tells nothing. */
  async look(place) {
    return this.#api.read(`items/${encodeURIComponent(place)}`).catch((failure) => {
      if (failure instanceof Refused && failure.status === 403) return null;
      throw failure;
    });
  }

  /** Goes there, from wherever it is. */
  async goTo(place) {
    const from = await this.whereAmI();
    if (from === place) return;
    if (from === null) await this.#api.act("v2.2/locate/mm-add", { Nil: this.#persona, At: place });
    else await this.#api.act("v2.2/locate/mm-move", { Nil: this.#persona, To: place });
  }

  /** Takes a Parcel that is on offer, and goes there. */
  takeParcel(parcel) {
    return this.#api.act("v1.2/locate/mm-embed", { Nil: this.#persona, At: parcel, By: "ParcelService" });
  }

  /**
   * Lets the own Persona be of another model: a file that is uploaded, or a URI; empty for none. It is hidden
   * meanwhile, since all look anew at who can be perceived again.
   */
  async remodel(model) {
    const uri = model instanceof Blob ? await this.#api.upload(model) : model;
    const seen = (await this.whereAmI()) !== null;
    if (seen) await this.#api.act("v1.2/locate/mm-disable", { Nil: this.#persona });
    try {
      await this.#api.act("v2.2/locate/property-change", { Nil: this.#persona, With: [modelObject(uri)] });
    } finally {
      if (seen) await this.#api.act("v1.2/locate/mm-enable", { Nil: this.#persona });
    }
  }

  /** Authors a Room; resolves to its ID. */
  async author(name, side) {
    return (await this.#api.act("v2.2/item/author", { With: [room(name, side)] })).Nil;
  }

  /** Places a Room in the middle of a Parcel. */
  placeRoom(id, parcel) {
    return this.#api.act("v1.2/locate/mm-embed", { Nil: id, At: parcel, With: [spatialAttitude(0, 0, 0)] });
  }

  /** The own Parcels and Rooms, each as it shows itself. */
  async mine() {
    const owner = encodeURIComponent(this.#api.process);
    const pages = await Promise.all(
      ["Parcel", "Room"].map((type) => this.#api.read(`items?dataType=${type}&owner=${owner}&limit=50`)),
    );
    const ids = pages.flatMap((page) => page.items.map((one) => one.itemID));
    const items = await Promise.all(ids.map((id) => this.look(id)));
    return items.filter((one) => one !== null && one.owner === this.#api.process);
  }

  /** Lets a User into a Room, or no longer, and tells it. */
  async invite(user, roomId, mayEnter) {
    await this.#api.act("v2.2/rights/rights-change", {
      Nil: user,
      With: rightToEnter(roomId, mayEnter ? "May" : "May Not", newKey()),
    });
    if (mayEnter) await this.send(user, `You are invited to ${roomId}`);
  }

  /** Tells the operator of a User or an Item, seen in that place. */
  report(about, at, words) {
    const body = { about, words, ...(at ? { at } : {}) };
    return this.#api.call("POST", "/api/v2.2/reports", body, { "Idempotency-Key": newKey() });
  }

  /** Sends a Message to a Process. */
  send(to, text) {
    return this.#api.act("v2.2/communicate/mm-send", {
      Nil: `Message-${newKey()}`,
      To: to,
      With: [message(text)],
    });
  }
}
