// Faults as cards, and the form of a single fault: what happens, to which calls, and what that will meet.

import { html, nothing } from "/assets/lib/lit-html.js";
import { count } from "../core/format.js";
import { language, named, t } from "../core/language.js";
import { changed, store } from "../core/store.js";

/** What a name of the catalogue is as a rule of a world; N is the number that goes with it. */
const EFFECTS = {
  "drop-before": () => ({ drop: "before" }),
  "drop-after": () => ({ drop: "after" }),
  reset: () => ({ reset: true }),
  truncated: () => ({ body: "truncated" }),
  malformed: () => ({ body: "malformed" }),
  empty: () => ({ body: "empty" }),
  html: () => ({ body: "html" }),
  slow: () => ({ slow: { bytesPerSecond: 20 } }),
  "delay-2s": () => ({ delay: "PT2S" }),
  "delay-30s": () => ({ delay: "PT30S" }),
  "status-code=N": (number) => ({ statusCode: number }),
  "reason-code=N": (number) => ({ reasonCode: number }),
  "http=N": (number) => ({ http: number }),
};

const NUMBERS = { "status-code=N": "-999", "reason-code=N": "456", "http=N": "503" };
const PATTERNS = ["*", "r1 *", "r2 *", "r3 *", "epay *"];
const SHOWN = 12;

const state = { effect: "", endpoint: "*" };

/** All calls that a fault can name: the server's, else those seen. */
function endpoints(catalogue) {
  return catalogue.endpoints ?? [...new Set(store.exchanges.newestFirst().map((one) => one.endpoint).filter(Boolean))].sort();
}

function met(catalogue) {
  const pattern = new RegExp(`^${state.endpoint.split("*").map((part) => part.replace(/[.+?^${}()|[\]\\]/g, "\\$&")).join(".*")}$`);
  return endpoints(catalogue).filter((name) => pattern.test(name));
}

function rule(form) {
  const fields = Object.fromEntries([...new FormData(form)].filter(([, value]) => value.trim() !== ""));
  const { effect, number, times, name, endpoint, amount, nth, share, ...texts } = fields;
  const numbers = Object.entries({ amount, nth, share }).filter(([, value]) => value !== undefined).map(([key, value]) => [key, Number(value)]);
  return {
    ...(name ? { name } : {}),
    when: { endpoint: endpoint ?? "*", ...texts, ...Object.fromEntries(numbers) },
    then: EFFECTS[state.effect](Number(number)),
    ...(times ? { times: Number(times) } : {}),
  };
}

function submit(event, add) {
  event.preventDefault();
  add(rule(event.target));
}

function choose(name) {
  state.effect = state.effect === name ? "" : name;
  changed();
  setTimeout(() => document.getElementById("fault-form")?.scrollIntoView({ block: "nearest" }), 200);
}

const card = ([name, words]) => html`<li><button type="button" class="card fault-card" data-fault=${name} aria-pressed=${state.effect === name}
    @click=${() => choose(name)}><code>${name}</code><span>${language() === "en" ? words : named(`fault.${name}`, words)}</span></button></li>`;

const field = (name, input) => html`<label>${t(`fault.field.${name}`)}${input}</label>`;

const form = (catalogue, add) => html`<form class="card fields" id="fault-form" @submit=${(event) => submit(event, add)}>
  <h3><code>${state.effect}</code></h3>
  <div class="grid">
    ${NUMBERS[state.effect] ? field("number", html`<input name="number" type="number" required .defaultValue=${NUMBERS[state.effect]}>`) : nothing}
    ${field("endpoint", html`<input name="endpoint" list="endpoints" required .value=${state.endpoint} autocomplete="off"
      @input=${(event) => { state.endpoint = event.target.value; changed(); }}>`)}
    ${field("times", html`<input name="times" type="number" min="1">`)}
    ${field("nth", html`<input name="nth" type="number" min="1">`)}
    ${field("share", html`<input name="share" type="number" min="0" max="1" step="any">`)}
    ${field("bin", html`<input name="bin" inputmode="numeric">`)}
    ${field("amount", html`<input name="amount" type="number" step="0.01">`)}
    ${field("phone", html`<input name="phone" inputmode="tel">`)}
    ${field("name", html`<input name="name">`)}
  </div>
  <datalist id="endpoints">${[...PATTERNS, ...endpoints(catalogue)].map((name) => html`<option value=${name}></option>`)}</datalist>
  ${meets(met(catalogue))}
  <button class="main" id="add-fault">${t("fault.add")}</button>
</form>`;

const meets = (names) => html`<p class="faint" id="fault-meets">${t("fault.meets", count(names.length))}
  ${names.slice(0, SHOWN).map((name) => html`<code class="meets">${name}</code> `)}${names.length > SHOWN ? "…" : ""}</p>`;

export const faultForm = (catalogue, add) => html`
  <p class="faint">${t("fault.choose")}</p>
  <ul class="cards narrow">${Object.entries(catalogue.faults).filter(([name]) => EFFECTS[name]).map(card)}</ul>
  ${state.effect ? form(catalogue, add) : nothing}`;
