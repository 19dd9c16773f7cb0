// Who has signed in. Kept for this tab alone, until it is closed.

import { Api, Refused, newKey } from "./api.js";
import { personalProfile } from "./items.js";

const KEPT = "mmm.session";

/** The session of this tab, or null. */
export function kept() {
  const text = sessionStorage.getItem(KEPT);
  return text === null ? null : session(JSON.parse(text));
}

/** Registers, with a Persona of that model; resolves to the session and the recovery code. */
export async function register(name, password, model) {
  const headers = { "Idempotency-Key": newKey() };
  if (password) headers["MMM-Password"] = base64(password);
  const body = {
    sourceProcessID: name,
    complements: { With: [personalProfile(name, name, `${name}-Persona`, model)] },
  };
  const answer = await new Api().call("POST", "/api/v2.2/identity/register", body, headers);
  const begun = await begin(name, tokens(answer.headers));
  return { session: begun, recoveryCode: answer.headers.get("MMM-Recovery-Code") };
}

/** Signs in by password or recovery code. */
export async function signIn(name, secret, isRecoveryCode) {
  const body = { humanID: name, [isRecoveryCode ? "recoveryCode" : "password"]: secret };
  const answer = await new Api().call("POST", "/api/session", body);
  return begin(name, tokens(answer.headers));
}

/** Ends the token of the session, for good. */
export async function signOut(of) {
  sessionStorage.removeItem(KEPT);
  await of.api.call("DELETE", "/api/session").catch((failure) => {
    if (!(failure instanceof Refused)) throw failure; // it had ended already
  });
}

async function begin(human, all) {
  for (const [process, token] of all) {
    const api = new Api(process, token);
    const { type } = await api.read(`processes/${encodeURIComponent(process)}`);
    if (type !== "User") continue;
    const mine = await api.read(`items?dataType=Persona&owner=${encodeURIComponent(process)}&limit=1`);
    const facts = { human, user: process, token, persona: mine.items[0]?.itemID ?? null };
    sessionStorage.setItem(KEPT, JSON.stringify(facts));
    return session(facts);
  }
  throw new Refused(0, "IncID", `${human} has no User here`);
}

function session(facts) {
  return { ...facts, api: new Api(facts.user, facts.token) };
}

function tokens(headers) {
  return (headers.get("MMM-Tokens") ?? "")
    .split(",")
    .filter((one) => one.includes("="))
    .map((one) => [one.slice(0, one.indexOf("=")), one.slice(one.indexOf("=") + 1)]);
}

function base64(text) {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)));
}
