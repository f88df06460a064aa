// What can go wrong: scenarios to play, faults to add, and the customer who acts by themselves.

import { html, nothing } from "/assets/lib/lit-html.js";
import { get, post, put, remove, session } from "../core/api.js";
import { instant } from "../core/format.js";
import { language, said, t } from "../core/language.js";
import { changed, store, worldNow } from "../core/store.js";
import { Refresher } from "../core/refresher.js";
import { faultForm } from "../parts/fault-form.js";
import { happens, meets, raw } from "../parts/fault-words.js";
import { attempt, say } from "../parts/notice.js";

const MODES = ["manual", "pays", "declines", "ignores"];

let read = { scenarios: [], active: null, faults: [], customer: null, catalogue: null };
const state = { bank: "" };

async function readAll() {
  const [scenarios, faults, customer, catalogue] = await Promise.all([
    get("/scenarios"),
    get("/faults"),
    get("/customer"),
    read.catalogue ?? get("/catalogue"),
  ]);
  const active = scenarios.some((scenario) => scenario.active) ? await get("/scenarios/active").catch(() => null) : null;
  read = { scenarios, active, faults, customer, catalogue };
  changed();
}

const refresher = new Refresher(() => attempt(readAll));

/** While a scenario is played, its progress is asked for every second. */
const watchNews = () =>
  refresher.look([session.world, store.news.fault, store.news.world, store.clock?.now, read.active && performance.now()].join(" "));

async function change(work, words) {
  await attempt(async () => {
    await work();
    if (words) {
      say(words);
    }
  });
  await attempt(readAll);
}

const play = (scenario) => change(() => post(`/scenarios/${scenario.name}/activate`), t("trouble.playing", title(scenario)));

const title = (scenario) => (language() === "en" ? scenario.title.en : scenario.title.ru) ?? scenario.title.en ?? scenario.name;

const card = (scenario) => html`<li class="card scenario" data-name=${scenario.name} data-active=${scenario.active}>
  <h3>${title(scenario)}</h3>
  <p class="faint"><code>${scenario.name}</code> · ${t(`bank.${scenario.bank}`)}</p>
  <p><span class="faint">${t("trouble.correct")}</span> ${said(scenario, "correct")}</p>
  ${scenario.active
    ? html`<button class="stop" @click=${() => change(() => remove("/scenarios/active"))}>${t("trouble.stop")}</button>`
    : html`<button class="play" @click=${() => play(scenario)}>${t("trouble.play")}</button>`}
</li>`;

const step = (done) => html`<li data-tone=${done.ok ? "good" : "bad"}><time>${instant(done.at, worldNow())}</time>
  <span><code>${done.what}</code> ${done.ok ? done.result : said(done, "problem")}</span></li>`;

const progress = (active) => html`<section class="card active" id="active">
  <h2>${title(active)}</h2>
  <p>${t("trouble.progress", active.done.length, Math.max(active.steps + 1, active.done.length))}</p>
  <ol class="life">${active.done.map(step)}</ol>
  <button class="stop" @click=${() => change(() => remove("/scenarios/active"))}>${t("trouble.stop")}</button>
</section>`;

const fault = (one) => html`<li class="card fault" data-id=${one.id}>
  <p><b>${one.name || one.id}</b>: ${meets(one.when)} → ${happens(one.then)}</p>
  <p><code class="wrap faint">${raw(one.when)} → ${raw(one.then)}</code></p>
  <p class="faint">${t("fault.counts", one.met, one.hits, one.times === "always" ? "∞" : one.times)}${one.withoutEffect ? ` · ${t("fault.without", one.withoutEffect)}` : ""}</p>
  <button class="small danger" @click=${() => change(() => remove(`/faults/${encodeURIComponent(one.id)}`))}>${t("remove")}</button>
</li>`;

const customer = () => html`<form class="inline" @submit=${(event) => event.preventDefault()}>
  <label>${t("customer")}<select id="customer" @change=${(event) => change(() => put("/customer", { mode: event.target.value }))}>
    ${MODES.map((mode) => html`<option value=${mode} .selected=${mode === read.customer?.mode}>${t(`customer.${mode}`)}</option>`)}
  </select></label></form>`;

const banks = () => html`<div class="buttons" role="group" aria-label=${t("filter.bank")}>
  ${["", "kaspi", "epay"].map((bank) => html`<button class="small" aria-pressed=${bank === state.bank}
    @click=${() => { state.bank = bank; changed(); }}>${bank ? t(`bank.${bank}`) : t("banks.all")}</button>`)}</div>`;

const addFault = (rule) => change(() => post("/faults", rule), t("fault.added"));

export const view = {
  open() {
    refresher.again();
  },

  template() {
    watchNews();
    const shown = read.scenarios.filter((scenario) => !state.bank || [state.bank, "any"].includes(scenario.bank));
    return html`<div class="wide">
      <h1>${t("trouble")}</h1>
      ${customer()}
      ${read.active ? progress(read.active) : nothing}
      <h2>${t("trouble.faults")}</h2>
      ${read.faults.length > 0 ? html`<ul class="cards">${read.faults.map(fault)}</ul>` : nothing}
      ${read.catalogue ? faultForm(read.catalogue, addFault) : nothing}
      <h2>${t("trouble.scenarios")}</h2>
      ${banks()}
      <ul class="cards">${shown.map(card)}</ul>
    </div>`;
  },
};
