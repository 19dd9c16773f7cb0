// The lists beside the view: they say in words what it shows, and offer what can be done.

import { button, byId, keepRows, make } from "./dom.js";

const MOST_HERE = 100;
const MOST_SAID = 200;
const KINDS = { Persona: "", MLocation: "place", Parcel: "Parcel", Room: "Room" };

/** What a Persona, or any Item, is called. */
export function label(item) {
  return item.replace(/-Persona$/, "");
}

/** The User of a Persona, as far as its name tells. */
export function userOf(persona) {
  return persona.endsWith("-Persona") ? label(persona) : null;
}

/** Who and what is here: members has {item, dataType, pose}, eye is where the own Persona is; todo may be null. */
export function showHere(members, eye, own, mine, muted, todo) {
  const rows = members
    .filter((one) => one.dataType in KINDS)
    .map((one) => ({ ...one, far: Math.hypot(one.pose.x - eye.x, one.pose.z - eye.z) }))
    .sort((a, b) => (b.dataType === "Persona") - (a.dataType === "Persona") || a.far - b.far)
    .slice(0, MOST_HERE);
  keepRows(
    byId("here"),
    rows,
    (row) => row.item,
    (row) => hereRow(row, own, muted, todo),
    (element, row) => {
      element.dataset.x = row.pose.x.toFixed(2);
      element.dataset.z = row.pose.z.toFixed(2);
      const far = row.item === own ? "you" : `${row.far.toFixed(0)} m`;
      element.querySelector(".far").textContent = row.phase === null ? far : `${far}, animated`;
      const take = element.querySelector("[data-take]");
      if (take) take.hidden = mine.has(row.item);
    },
  );
  keepRows(
    byId("people"),
    rows.filter((row) => row.item !== own && row.dataType === "Persona" && userOf(row.item) !== null),
    (row) => row.item,
    (row) => make("option", "", { value: userOf(row.item) }),
    () => {},
  );
}

function hereRow({ item, dataType }, own, muted, todo) {
  const row = make("li");
  row.append(make("span", `${label(item)} ${KINDS[dataType]}`.trim()), make("span", "", { class: "far" }));
  if (todo === null) return row;
  if (dataType === "Parcel") {
    const take = button("Take", () => todo.take(item));
    take.dataset.take = "";
    take.setAttribute("aria-label", `Take ${item}`);
    row.append(take);
  }
  if (dataType !== "Persona") {
    const enter = button("Enter", () => todo.goTo(item));
    enter.setAttribute("aria-label", `Enter ${item}`);
    row.append(enter);
  }
  if (item !== own && dataType === "Persona" && userOf(item) !== null) {
    const user = userOf(item);
    const mute = button(muted.has(user) ? "Unmute" : "Mute", () => {
      mute.textContent = todo.mute(user) ? "Unmute" : "Mute";
    });
    row.append(
      button("Message", () => todo.writeTo(user)),
      mute,
    );
  }
  if (item !== own) {
    const report = button("Report", () => todo.report(userOf(item) ?? item));
    report.setAttribute("aria-label", `Report ${label(item)}`);
    row.append(report);
  }
  return row;
}

/** The own Parcels and Rooms. */
export function showMine(items, todo) {
  const list = byId("mine");
  list.replaceChildren();
  for (const one of items) {
    const name = one.item?.Name ?? one.itemID;
    const row = make("li");
    row.dataset.key = one.itemID;
    const at = one.place?.at;
    row.append(make("span", name === one.itemID ? name : `${name} (${one.itemID})`));
    row.append(make("span", at ? `at ${at}` : "not placed", { class: "far" }));
    if (at) row.append(button("Enter", () => todo.goTo(one.itemID)));
    if (one.dataType === "Room") {
      if (!at) row.append(button("Place", () => todo.placeRoom(one.itemID)));
      row.append(button("Invite", () => todo.invite(one.itemID, name)));
    }
    list.append(row);
  }
  const parcels = items.filter((one) => one.dataType === "Parcel");
  const chosen = byId("build").elements.parcel;
  const before = chosen.value;
  chosen.replaceChildren(...parcels.map((one) => make("option", one.itemID, { value: one.itemID })));
  if (parcels.some((one) => one.itemID === before)) chosen.value = before;
  byId("build").hidden = parcels.length === 0;
}

/** One more line of what was said; a Room that it names can be entered from there. */
export function showSaid(who, text, todo) {
  const list = byId("chat");
  const row = make("li");
  row.append(make("b", who), make("span", text));
  const named = /\bRoom-[a-z0-9]{12}\b/.exec(text);
  if (named && todo) row.append(button(`Enter ${named[0]}`, () => todo.goTo(named[0])));
  const atEnd = list.scrollTop + list.clientHeight >= list.scrollHeight - 4;
  list.append(row);
  while (list.children.length > MOST_SAID) list.firstElementChild.remove();
  if (atEnd) list.scrollTop = list.scrollHeight;
}
