// Calls of the control surface, for one world at a time.

const PREFIX = "/__sandbox";

/** Whose data is shown, and the token of a control surface that is bound to the network ("" on the loopback). */
export const session = { world: "main", token: "" };

/** A refusal of the control surface (RFC 9457). */
export class Problem extends Error {
  constructor(status, body) {
    super(body.detail ?? body.title ?? String(status));
    this.status = status;
    this.body = body;
  }

  /** What to do, in the language where the server has it. */
  words(language) {
    return (language !== "en" && this.body.detail_ru) || this.message;
  }
}

/** Reads the token of the address' fragment, keeps it for this tab, and takes it off the address. */
export function takeToken() {
  const given = /^#token=([^&]+)/.exec(location.hash);
  if (given) {
    sessionStorage.setItem("sandbox.token", decodeURIComponent(given[1]));
    history.replaceState(null, "", location.pathname + location.search);
  }
  session.token = sessionStorage.getItem("sandbox.token") ?? "";
}

export function headers(more = {}) {
  const all = { "X-Sandbox-World": session.world, ...more };
  return session.token ? { ...all, Authorization: `Bearer ${session.token}` } : all;
}

/** An address of the page that brings the token along, to be opened in another tab. */
export const withToken = (address) => (session.token ? `${address}#token=${encodeURIComponent(session.token)}` : address);

/** The raw answer. */
export async function send(method, path, body, more = {}) {
  const answer = await fetch(PREFIX + path, {
    method,
    headers: headers(body === undefined || typeof body === "string" ? more : { "Content-Type": "application/json", ...more }),
    body: body === undefined || typeof body === "string" ? body : JSON.stringify(body),
  });
  if (!answer.ok) {
    throw new Problem(answer.status, await answer.json().catch(() => ({})));
  }
  return answer;
}

async function json(method, path, body) {
  const answer = await send(method, path, body);
  const text = await answer.text();
  return text ? JSON.parse(text) : {};
}

export const get = (path) => json("GET", path);
export const post = (path, body) => json("POST", path, body);
export const put = (path, body) => json("PUT", path, body);
export const remove = (path) => json("DELETE", path);

const MAIN = { "X-Sandbox-World": "main" };

/** All worlds, also where the one that is looked at is none of them; for a token of one world that one. */
export async function worlds() {
  try {
    return await (await send("GET", "/worlds", undefined, MAIN)).json();
  } catch (problem) {
    if (problem instanceof Problem && problem.body.scope?.startsWith("world:")) {
      return [await get("/world")];
    }
    throw problem;
  }
}

/** The only world that the token opens; undefined where there is no such limit. */
export async function ownWorld() {
  if (!session.token) {
    return undefined;
  }
  const answer = await fetch(`${PREFIX}/access`, { headers: { Authorization: `Bearer ${session.token}` } });
  return answer.ok ? (await answer.json()).world : undefined;
}

export const makeWorld = async (spec) => (await send("POST", "/worlds", spec, MAIN)).json();

export const deleteWorld = (name) => send("DELETE", `/worlds/${encodeURIComponent(name)}`, undefined, MAIN);

/** Saves what a path answers as a file. */
export async function download(path, name) {
  save(await (await send("GET", path)).blob(), name);
}

export function save(blob, name) {
  const url = URL.createObjectURL(blob);
  const link = Object.assign(document.createElement("a"), { href: url, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
