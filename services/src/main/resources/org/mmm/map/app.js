// The operator's map: the door, and what is seen behind it, asked for again and again.

import { byId } from "./dom.js";
import { count, counted } from "./figures.js";
import { Sightings } from "./moves.js";
import { Operator, Refused } from "./operator.js";
import { Pauses } from "./pauses.js";
import { Picture } from "./picture.js";
import { showMoves, showNodes, showRooms } from "./tables.js";

const EVERY = 1_000; // milliseconds
const MOST_ROOMS = 100;
const sightings = new Sightings();
const picture = new Picture(byId("picture"));
let operator = null;
let wake = () => {};

function say(id, text) {
  byId(id).textContent = text;
  byId(id).hidden = !text;
}

function show(told, name) {
  if (name !== byId("name").value) return; // what was wanted when it was asked for
  const nodes = told.nodes.sort((a, b) => a.name.localeCompare(b.name, "en", { numeric: true }));
  const { rooms, moves } = sightings.take(told.rooms, Date.now());
  picture.draw(nodes, rooms, moves);
  showMoves(moves);
  showRooms(told.rooms);
  showNodes(nodes);
  byId("window").textContent = told.windowSeconds;
  const sum = (field) => nodes.reduce((all, node) => all + (node[field] ?? 0), 0);
  const silent = nodes.filter((node) => !node.answered).length;
  byId("summary").textContent = [
    counted(nodes.length, "node", "nodes"),
    counted(sum("live"), "live Room", "live Rooms"),
    counted(sum("watchers"), "watcher", "watchers"),
    ...(silent > 0 ? [`${count(silent)} not answering`] : []),
  ].join(" · ");
  const more = told.matching > told.rooms.length;
  say(
    "bound",
    more
      ? `The busiest ${count(told.rooms.length)} of ${count(told.matching)} Rooms are shown; filter by name to see others.`
      : name && told.matching === 0
        ? `No live Room has “${name}” in its name.`
        : "",
  );
}

/** Until that time has passed, or something is wanted at once; longer while nobody looks. */
async function rest(millis) {
  await new Promise((go) => {
    wake = go;
    setTimeout(go, millis);
  });
  if (document.hidden) {
    await new Promise((go) => document.addEventListener("visibilitychange", go, { once: true }));
  }
}

async function follow(mine) {
  const pauses = new Pauses();
  for (let pause = 0; ; ) {
    await rest(pause);
    if (mine !== operator) return;
    const name = byId("name").value;
    try {
      const told = await mine.live(name, MOST_ROOMS);
      if (mine !== operator) return;
      show(told, name);
      lost("");
      pauses.reset();
      pause = name === byId("name").value ? EVERY : 0;
    } catch (failure) {
      if (mine !== operator) return;
      if (failure instanceof Refused && failure.status === 401) {
        leave();
        say("refusal", failure.message);
        return;
      }
      const why = failure instanceof Refused ? failure.message : "the node does not answer";
      lost(`The connection is lost (${why}); trying again…`);
      pause = pauses.next();
    }
  }
}

/** What was seen last stays, but is seen to be old. */
function lost(words) {
  say("banner", words);
  byId("map").classList.toggle("stale", words !== "");
}

function enter(begun) {
  operator = begun;
  byId("door").hidden = true;
  byId("inside").hidden = false;
  follow(begun);
}

function leave() {
  operator.forget();
  operator = null;
  wake();
  sightings.clear();
  picture.draw([], [], []);
  showRooms([]);
  showNodes([]);
  byId("moves").replaceChildren();
  showMoves([]);
  lost("");
  byId("inside").hidden = true;
  byId("door").hidden = false;
}

byId("sign-in").addEventListener("submit", async (event) => {
  event.preventDefault();
  const form = event.target;
  const send = form.querySelector("button");
  send.disabled = true;
  say("refusal", "");
  try {
    const tried = new Operator(form.elements.token.value.trim());
    await tried.live("", 1);
    tried.keep();
    form.reset();
    enter(tried);
  } catch (failure) {
    say("refusal", failure instanceof Refused ? failure.message : "The node does not answer; try again.");
  } finally {
    send.disabled = false;
  }
});
byId("sign-out").addEventListener("click", leave);
byId("name").addEventListener("input", () => {
  sightings.clear();
  wake();
});

const before = Operator.kept();
if (before !== null) enter(before);
