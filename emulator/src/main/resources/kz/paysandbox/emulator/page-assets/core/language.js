// The page's words in three languages; the choice is kept.

export const LANGUAGES = ["ru", "kk", "en"];

let words = {};
let chosen = "en";

export const language = () => chosen;

function preferred() {
  const kept = localStorage.getItem("sandbox.language");
  if (LANGUAGES.includes(kept)) {
    return kept;
  }
  const wanted = (navigator.languages ?? [navigator.language]).map((tag) => tag.slice(0, 2).toLowerCase());
  return wanted.find((tag) => LANGUAGES.includes(tag)) ?? "en";
}

async function load(name) {
  words = await (await fetch(`/assets/language/${name}.json`)).json();
  chosen = name;
  document.documentElement.lang = name;
}

export const start = () => load(preferred());

export async function choose(name) {
  localStorage.setItem("sandbox.language", name);
  await load(name);
}

/** The words of a key, with what stands in place of {0}, {1}; the key itself where there are none. */
export function t(key, ...values) {
  return (words[key] ?? key).replace(/\{(\d)\}/g, (all, place) => values[Number(place)] ?? all);
}

/** The words of a key where there are some, else another text as it is. */
export const named = (key, text) => words[key] ?? text;

/** Of a text that the server says in English, and perhaps in Russian beside it: who reads Kazakh reads that rather. */
export const said = (record, name) => (chosen !== "en" && record[`${name}_ru`]) || record[name];
