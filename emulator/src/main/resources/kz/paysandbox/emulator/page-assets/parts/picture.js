// A picture of the control surface, which an <img> alone cannot fetch where there is a token.

import { html, nothing } from "/assets/lib/lit-html.js";
import { send, session } from "../core/api.js";
import { changed } from "../core/store.js";

const MOST = 20;
const BETWEEN_TRIES = 3_000;

/** Addresses of pictures by world and path; "" while one is loaded or where that failed. */
const loaded = new Map();
/** Until when one that failed is not tried again. */
const failed = new Map();

async function load(key, path) {
  loaded.set(key, "");
  failed.delete(key);
  if (loaded.size > MOST) {
    const [oldest, url] = loaded.entries().next().value;
    URL.revokeObjectURL(url);
    loaded.delete(oldest);
    failed.delete(oldest);
  }
  try {
    loaded.set(key, URL.createObjectURL(await (await send("GET", path)).blob()));
    changed();
  } catch {
    failed.set(key, performance.now() + BETWEEN_TRIES);
  }
}

export function picture(path, words, kind) {
  const key = `${session.world} ${path}`;
  if (!loaded.has(key) || failed.get(key) <= performance.now()) {
    load(key, path);
  }
  const url = loaded.get(key);
  return url ? html`<img class=${kind} src=${url} alt=${words}>` : nothing;
}
