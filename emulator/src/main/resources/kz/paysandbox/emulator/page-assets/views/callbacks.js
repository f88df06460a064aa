// What ePay told merchants: every try, its answer, the next one; and how adversarially it tells.

import { html, nothing } from "/assets/lib/lit-html.js";
import { get, post, put, session } from "../core/api.js";
import { instant, pretty, span } from "../core/format.js";
import { t } from "../core/language.js";
import { Refresher } from "../core/refresher.js";
import { changed, store, worldNow } from "../core/store.js";
import { attempt, say } from "../parts/notice.js";

const MOST = 500;
const TONES = { delivered: "good", pending: "wait", failed: "bad" };

let callbacks = [];
let policy = null;

async function read() {
  [callbacks, policy] = await Promise.all([get("/callbacks"), get("/callbacks/policy")]);
  changed();
}

const refresher = new Refresher(() => attempt(read));

const replay = (callback) => attempt(async () => {
  await post(`/callbacks/${encodeURIComponent(callback.id)}/replay`);
  say(t("callbacks.replayed"));
  await read();
});

async function savePolicy(event) {
  event.preventDefault();
  const fields = new FormData(event.target);
  await attempt(async () => {
    policy = await put("/callbacks/policy", {
      delay: fields.get("delay"),
      duplicates: Number(fields.get("duplicates")),
      order: fields.get("order"),
      beforeResponse: fields.get("beforeResponse") === "on",
      retries: fields.get("retries").split(",").map((gap) => gap.trim()).filter(Boolean),
    });
    say(t("saved"));
  });
  await attempt(read);
}

const tried = (one) => html`<li data-tone=${one.error || one.status >= 300 ? "bad" : "good"}><time>${instant(one.at, worldNow())}</time>
  <span>${one.error ?? html`<code>${one.status}</code> ${one.location ?? ""} ${one.answer ?? ""}`}</span></li>`;

const entry = (callback) => html`<li class="card callback" data-id=${callback.id}>
  <p class="title"><span><span class="chip" data-tone=${TONES[callback.state] ?? "off"}>${t(`callback.${callback.state}`)}</span>
      <b>${callback.invoiceId}</b></span>
    <button class="small" @click=${() => replay(callback)}>${t("callbacks.replay")}</button></p>
  <p><code class="wrap">${callback.url}</code></p>
  ${callback.nextAt ? html`<p class="left">${t("callbacks.next", span(Date.parse(callback.nextAt) - worldNow(), t("days")))}</p>` : nothing}
  <ol class="life">${callback.attempts.map(tried)}</ol>
  <details><summary>${t("callbacks.body")}</summary><pre class="body-text">${pretty(callback.body)}</pre></details>
</li>`;

const policyForm = () => html`<details class="card"><summary>${t("callbacks.policy")}</summary>
  <form class="fields" id="policy" @submit=${savePolicy}><div class="grid">
    <label>${t("policy.delay")}<input name="delay" required .defaultValue=${policy.delay}></label>
    <label>${t("policy.duplicates")}<input name="duplicates" type="number" min="0" max="100" required .defaultValue=${String(policy.duplicates)}></label>
    <label>${t("policy.order")}<select name="order">${["in-order", "reversed"].map((order) => html`<option value=${order} .selected=${order === policy.order}>${t(`policy.order.${order}`)}</option>`)}</select></label>
    <label>${t("policy.retries")}<input name="retries" .defaultValue=${policy.retries.join(",")}></label>
    <label class="check"><input type="checkbox" name="beforeResponse" .defaultChecked=${policy.beforeResponse}>${t("policy.before")}</label>
  </div><button class="main">${t("save")}</button></form></details>`;

export const view = {
  open() {
    refresher.again();
  },

  template() {
    refresher.look(`${session.world} ${store.news.callback} ${store.news.world} ${store.clock?.now}`);
    return html`<div class="readable">
      <h1>${t("callbacks")}</h1>
      ${policy ? policyForm() : nothing}
      ${callbacks.length === 0 ? html`<p class="empty">${t("callbacks.none")}</p>` : nothing}
      <ul class="plain">${callbacks.slice(-MOST).reverse().map(entry)}</ul>
    </div>`;
  },
};
