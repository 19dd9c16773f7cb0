// The same as the picture, in words and numbers.

import { byId, keepRows, make } from "./dom.js";
import { bytes, count, rate } from "./figures.js";
import { stateOf } from "./picture.js";

const MOST_MOVES = 50;

export function showRooms(rooms) {
  fill(byId("rooms"), rooms, (one) => one.room, (one) => [one.room, one.node, count(one.watchers), ...costs(one)]);
}

export function showNodes(nodes) {
  fill(byId("nodes"), nodes, (one) => one.name, (one) =>
    one.answered
      ? [one.name, stateOf(one), count(one.live), count(one.watchers), ...costs(one)]
      : [one.name, stateOf(one), "", "", "", "", "", ""],
  );
}

/** One more line for each move, the newest first. */
export function showMoves(moves) {
  const list = byId("moves");
  for (const { room, from, to } of moves) {
    const time = new Date().toLocaleTimeString("en-GB");
    list.prepend(make("li", `${time} Room ${room} moved from ${from} to ${to}`));
  }
  while (list.children.length > MOST_MOVES) list.lastElementChild.remove();
  byId("no-moves").hidden = list.children.length > 0;
}

function costs(one) {
  return [
    rate(one.ticksPerSecond),
    rate(one.framesPerSecond),
    bytes(one.frameBytesPerSecond),
    rate(one.droppedPerSecond),
  ];
}

function fill(body, rows, keyOf, cellsOf) {
  keepRows(
    body,
    rows,
    keyOf,
    (row) => {
      const line = make("tr");
      cellsOf(row).forEach((text, i) => line.append(i === 0 ? make("th", text, { scope: "row" }) : make("td")));
      return line;
    },
    (line, row) => cellsOf(row).forEach((text, i) => (line.children[i].textContent = text)),
  );
}
