// The web Device: the door, and a visit behind it.

import { Refused } from "./api.js";
import { byId } from "./dom.js";
import { Playback } from "./playback.js";
import { readRecording } from "./recording.js";
import { kept, register, signIn, signOut } from "./session.js";
import { Steering } from "./steer.js";
import { Visit } from "./visit.js";

const LIST_EVERY = 500; // milliseconds
const canvas = byId("world");
const steering = new Steering(canvas);
const plain = matchMedia("(prefers-reduced-motion: reduce)").matches;
const stage = { steering, plain, scene: null };
let session = null;
let visit = null;

async function enter(begun) {
  session = begun;
  byId("door").hidden = true;
  byId("inside").hidden = false;
  visit = new Visit(session, stage);
  await visit.begin();
}

async function play(file) {
  const line = byId("refusal");
  try {
    visit = new Playback(readRecording(await file.text()), stage);
  } catch (failure) {
    line.textContent = failure.message;
    line.hidden = false;
    return;
  }
  line.hidden = true;
  byId("door").hidden = true;
  byId("inside").hidden = false;
  byId("inside").classList.add("over");
  byId("player").hidden = false;
}

/** The drawing is loaded while somebody stands at the door; without WebGL the lists have to do. */
async function prepareDrawing() {
  try {
    const { Scene } = await import("./scene.js");
    stage.scene = new Scene(canvas);
    visit?.drawFloor();
  } catch (failure) {
    console.warn("nothing is drawn:", failure);
    byId("keys").textContent = "This browser cannot draw the place; the lists beside say what is there.";
  }
}

function atDoor(form, act) {
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const send = form.querySelector("button");
    const line = byId("refusal");
    send.disabled = true;
    line.hidden = true;
    try {
      await act(form.elements);
      form.reset();
    } catch (failure) {
      if (!(failure instanceof Refused)) throw failure;
      line.textContent = failure.message;
      line.hidden = false;
    } finally {
      send.disabled = false;
    }
  });
}

function inside(form, act) {
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (await act(form.elements)) form.reset();
  });
}

atDoor(byId("register"), async ({ name, password, model }) => {
  const { session: begun, recoveryCode } = await register(name.value, password.value, model.value);
  if (recoveryCode) {
    byId("code").value = recoveryCode;
    byId("recovery").showModal();
  }
  await enter(begun);
});
atDoor(byId("sign-in"), async ({ name, secret, recovery }) => {
  await enter(await signIn(name.value, secret.value, recovery.checked));
});
byId("recorded").addEventListener("change", ({ target }) => {
  if (target.files.length > 0) play(target.files[0]);
});
byId("recovery").addEventListener("close", () => (byId("code").value = ""));
byId("to-square").addEventListener("click", () => visit.toSquare());
byId("outside").addEventListener("click", () => visit.leave());
byId("sign-out").addEventListener("click", async () => {
  visit.close();
  await visit.perform(() => signOut(session));
  location.reload();
});
inside(byId("build"), ({ name, parcel, side }) => visit.build(name.value, parcel.value, Number(side.value)));
inside(byId("look"), ({ model, file }) => visit.remodel(file.files[0] ?? model.value));
inside(byId("say"), async ({ to, text }) => {
  if (await visit.say(to.value, text.value)) text.value = "";
  return false; // the next is likely for the same one
});

let last = performance.now();
function turn(now) {
  visit?.draw((now - last) / 1000, performance.now() / 1000);
  last = now;
  requestAnimationFrame(turn);
}
requestAnimationFrame(turn);
setInterval(() => visit?.list(performance.now() / 1000), LIST_EVERY);

// The policy of this page names the live edge as it was when the page was loaded; a node that began anew may
// have it at another port.
document.addEventListener("securitypolicyviolation", (event) => {
  if (event.effectiveDirective === "connect-src" && new URL(event.blockedURI).protocol.startsWith("ws")) {
    location.reload();
  }
});

prepareDrawing();
const before = kept();
if (before !== null) enter(before).catch((failure) => console.error(failure));
