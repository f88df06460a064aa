// The world's clock: let run, hold, set, jump; and what fell due.

import { html, nothing } from "/assets/lib/lit-html.js";
import { get, post, put, session, withToken } from "../core/api.js";
import { day, instant, span } from "../core/format.js";
import { t } from "../core/language.js";
import { Refresher } from "../core/refresher.js";
import { changed, store, takeClock, worldNow } from "../core/store.js";
import { dueWords } from "../parts/due-words.js";
import { attempt, say } from "../parts/notice.js";
import { isOpen } from "../parts/status.js";

const JUMPS = ["PT1S", "PT1M", "PT3M", "PT1H", "PT24H"];
const SHOWN = 20;

let next = [];
let busy = false;

async function readNext() {
  next = (await get("/clock?next=20").catch(() => ({}))).next ?? [];
  changed();
}

/** What is due, soonest first: as the server says, else as the payments at hand say. */
function due() {
  const known = next.length > 0 ? next : store.payments.newestFirst()
    .filter((payment) => isOpen(payment.status) && payment.expiresAt)
    .map((payment) => ({ at: payment.expiresAt, what: "expiry", id: payment.id }));
  return known.filter((event) => Date.parse(event.at) > worldNow()).sort((a, b) => Date.parse(a.at) - Date.parse(b.at)).slice(0, SHOWN);
}

async function change(work) {
  busy = true;
  changed();
  const { world } = session;
  const view = await attempt(work);
  busy = false;
  if (view && world === session.world) {
    // what fell due comes by the stream too
    takeClock({ ...view, fired: [] });
    say(t("clock.fired-count", view.fired?.length ?? 0));
  }
  await readNext();
}

const by = (duration) => change(() => post("/clock/advance", { by: duration }));

function toNext() {
  const milliseconds = Date.parse(due()[0].at) - worldNow();
  return by(`PT${(Math.max(1, milliseconds) / 1000 + 0.001).toFixed(3)}S`);
}

function set(event) {
  event.preventDefault();
  const at = new Date(new FormData(event.target).get("at"));
  change(() => put("/clock", { mode: "frozen", at: at.toISOString() }));
}

/** As a field for a date and a time of this machine's zone takes it. */
function local(milliseconds) {
  const date = new Date(milliseconds - new Date(milliseconds).getTimezoneOffset() * 60_000);
  return date.toISOString().slice(0, 19);
}

/** A return code has no entry among the payments: the phone shows it. */
const addressOf = ({ what, id }) =>
  what === "epay.callback" ? "#/callbacks" : what.includes("return")
    ? withToken(`/phone/${encodeURIComponent(id)}?world=${encodeURIComponent(session.world)}`)
    : `#/payments/${encodeURIComponent(id)}`;

const entry = (event, kind) => html`<li><time title=${event.at}>${instant(event.at, worldNow())}</time>
  <span>${dueWords(event.what, kind === "next")} ${event.id ? html`<a href=${addressOf(event)}><code>${event.id}</code></a>` : nothing}</span>
  ${kind === "next" ? html`<span class="left">${span(Date.parse(event.at) - worldNow(), t("days"))}</span>` : nothing}</li>`;

const refresher = new Refresher(readNext);

export const view = {
  open() {
    refresher.again();
  },

  template() {
    refresher.look(`${store.clock?.now} ${store.exchanges.newestFirst()[0]?.number}`);
    const coming = due();
    const frozen = store.clock?.mode === "frozen";
    return html`<div class="readable">
      <h1>${t("clock")}</h1>
      <p class="big-clock"><time id="world-time">${day(worldNow())}, ${instant(worldNow(), worldNow())}</time>
        <span class="chip" data-tone=${frozen ? "hold" : "good"}>${t(frozen ? "clock.frozen" : "clock.real")}</span></p>
      <div class="buttons">
        <button id="freeze" ?disabled=${busy || frozen} @click=${() => change(() => put("/clock", { mode: "frozen" }))}>${t("clock.freeze")}</button>
        <button id="real" ?disabled=${busy} @click=${() => change(() => put("/clock", { mode: "real" }))}>${t("clock.to-real")}</button>
        <button id="next" class="main" ?disabled=${busy || coming.length === 0} @click=${toNext}>${t("clock.to-next")}</button>
        ${JUMPS.map((jump) => html`<button data-by=${jump} ?disabled=${busy} @click=${() => by(jump)}>${t(`clock.by.${jump}`)}</button>`)}
      </div>
      <form class="inline" @submit=${set}>
        <label>${t("clock.at")}<input type="datetime-local" name="at" step="1" required .defaultValue=${local(worldNow())}></label>
        <button ?disabled=${busy}>${t("clock.set")}</button>
      </form>
      <h2 class="part">${t("clock.next")}</h2>
      ${coming.length > 0 ? html`<ul class="due">${coming.map((event) => entry(event, "next"))}</ul>` : html`<p class="faint">${t("clock.nothing-next")}</p>`}
      <h2 class="part">${t("clock.fired")}</h2>
      ${store.fired.length > 0 ? html`<ul class="due" id="fired">${store.fired.map((event) => entry(event, "fired"))}</ul>` : html`<p class="faint">${t("clock.nothing-fired")}</p>`}
    </div>`;
  },
};
