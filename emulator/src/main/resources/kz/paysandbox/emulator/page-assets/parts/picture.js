// A picture of the control surface, which an <img> alone cannot fetch where there is a token.

import { html, nothing } from "/assets/lib/lit-html.js";
import { send, session } from "../core/api.js";
import { changed } from "../core/store.js";

const MOST = 20;
const loaded = new Map();

async function load(key, path) {
  loaded.set(key, "");
  if (loaded.size > MOST) {
    const [oldest, url] = loaded.entries().next().value;
    URL.revokeObjectURL(url);
    loaded.delete(oldest);
  }
  try {
    loaded.set(key, URL.createObjectURL(await (await send("GET", path)).blob()));
    changed();
  } catch {
    loaded.set(key, "none");
  }
}

export function picture(path, words, kind) {
  const key = `${session.world} ${path}`;
  if (!loaded.has(key)) {
    load(key, path);
  }
  const url = loaded.get(key);
  return url && url !== "none" ? html`<img class=${kind} src=${url} alt=${words}>` : nothing;
}
