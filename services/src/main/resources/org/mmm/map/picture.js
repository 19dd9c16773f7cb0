// The picture: a box for each node, and in it a tile for each of its Rooms. A Room that moves is seen to move.

import { keepRows, make } from "./dom.js";
import { bytes, counted, rate } from "./figures.js";

const MOVING = 900; // milliseconds
const MARKED = 5_000;
const stays = matchMedia("(prefers-reduced-motion: reduce)");

export class Picture {
  #place;
  #tiles = new Map();

  /** place: the element to draw in */
  constructor(place) {
    this.#place = place;
  }

  /** Draws nodes, rooms (gone: seen a moment ago) and moves as {room}. */
  draw(nodes, rooms, moves) {
    const from = new Map();
    for (const { room } of moves) {
      const tile = this.#tiles.get(room);
      if (tile?.isConnected) from.set(tile, tile.getBoundingClientRect());
    }
    keepRows(this.#place, nodes, (node) => node.name, box, fillBox);
    const most = Math.max(1, ...rooms.map((one) => one.watchers));
    const byNode = new Map(nodes.map((node) => [node.name, rooms.filter((one) => one.node === node.name)]));
    const shown = new Set(rooms.map((one) => one.room));
    for (const [room, tile] of this.#tiles) {
      if (shown.has(room)) continue;
      this.#tiles.delete(room);
      tile.remove();
    }
    for (const element of this.#place.children) {
      const here = byNode.get(element.dataset.key) ?? [];
      here.sort((a, b) => (a.room < b.room ? -1 : 1)); // by name, so that they stay where they are
      keepRows(
        element.querySelector(".tiles"),
        here,
        (one) => one.room,
        (one) => this.#tile(one.room),
        (tile, one) => fillTile(tile, one, Math.sqrt(one.watchers / most)),
      );
    }
    for (const [tile, before] of from) move(tile, before);
  }

  /** The same tile wherever the Room is. */
  #tile(room) {
    let tile = this.#tiles.get(room);
    if (!tile) {
      tile = make("div", "", { class: "tile", title: room });
      tile.append(make("b", room));
      for (const part of ["watchers", "ticks", "bytes", "dropped"]) tile.append(make("span", "", { class: part }));
      this.#tiles.set(room, tile);
    }
    return tile;
  }
}

function box({ name }) {
  const one = make("div", "", { class: "node" });
  const title = make("h2", name);
  title.append(make("span", "", { class: "state" }));
  one.append(title, make("p", "", { class: "sums" }), make("div", "", { class: "tiles" }));
  return one;
}

/** How a node stands, in words. */
export function stateOf(node) {
  if (!node.answered) return node.why;
  return node.draining ? `${node.status}, draining` : node.status;
}

function fillBox(element, node) {
  element.classList.toggle("silent", !node.answered);
  element.querySelector(".state").textContent = stateOf(node);
  element.querySelector(".sums").textContent = node.answered
    ? `${counted(node.live, "live Room", "live Rooms")} · ${counted(node.watchers, "watcher", "watchers")} · ` +
      `${bytes(node.frameBytesPerSecond)}/s`
    : "";
}

function fillTile(tile, one, share) {
  tile.classList.toggle("gone", one.gone);
  tile.style.setProperty("--share", share.toFixed(2));
  const say = (part, text) => (tile.querySelector(`.${part}`).textContent = text);
  if (one.gone) {
    say("watchers", "not seen now");
    for (const part of ["ticks", "bytes", "dropped"]) say(part, "");
    return;
  }
  say("watchers", counted(one.watchers, "watcher", "watchers"));
  say("ticks", `${rate(one.ticksPerSecond)} ticks/s`);
  say("bytes", `${bytes(one.frameBytesPerSecond)}/s`);
  say("dropped", one.droppedPerSecond > 0 ? `${rate(one.droppedPerSecond)} dropped/s` : "none dropped");
  tile.querySelector(".dropped").classList.toggle("bad", one.droppedPerSecond > 0);
}

/** From where it was to where it is; at once for who wants no motion, but marked for all. */
function move(tile, before) {
  tile.classList.add("moved");
  setTimeout(() => tile.classList.remove("moved"), MARKED);
  if (stays.matches) return;
  const after = tile.getBoundingClientRect();
  const way = `translate(${before.left - after.left}px, ${before.top - after.top}px)`;
  tile.animate([{ transform: way }, { transform: "none" }], { duration: MOVING, easing: "ease-in-out" });
}
