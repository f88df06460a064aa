// The customer's phone on a page of its own, as narrow as a phone.

import { html, nothing, render } from "/assets/lib/lit-html.js";
import { ownWorld, session, takeToken } from "./core/api.js";
import { sum } from "./core/format.js";
import { LANGUAGES, choose, language, start, t } from "./core/language.js";
import { changed, lookAtDue, open, readPayment, store, watch } from "./core/store.js";
import { checkoutList } from "./parts/checkouts.js";
import { notices } from "./parts/notice.js";
import { phoneFrame, phoneScreen } from "./parts/phone-screen.js";
import { returnScreen, waitingReturns } from "./parts/returns.js";
import { isOpen, statusChip } from "./parts/status.js";
import "./parts/theme.js";

const MOST_OFFERED = 50;

const phone = document.getElementById("phone");
let typed = "";
let unknown = false;
let link = "";
let asked = "";

const chosen = () => decodeURIComponent(/^\/phone\/([^/]+)$/.exec(location.pathname)?.[1] ?? "");

const address = (id) => `/phone${id ? `/${encodeURIComponent(id)}` : ""}?world=${encodeURIComponent(session.world)}`;

function show(event, id) {
  event.preventDefault();
  history.pushState(null, "", address(id));
  unknown = false;
  link = "";
  draw();
}

const lastPart = (text) => text.split("/").at(-1);

/** The payment of a code's content, of a link or of an id. */
function meant(text) {
  const last = lastPart(text);
  return store.payments
    .newestFirst()
    .find(({ id, qr }) => [id, qr].includes(text) || (last && (id === last || (qr && lastPart(qr) === last))));
}

function find(event) {
  const payment = meant(typed.trim());
  if (payment && typed.trim()) {
    typed = "";
    show(event, payment.id);
    return;
  }
  event.preventDefault();
  link = /^https?:\/\/\S+$/.test(typed.trim()) ? typed.trim() : "";
  unknown = !link;
  draw();
}

/** A link that is no payment's, as to a page of Halyk ePay: whoever taps it goes there. */
const hosted = () => html`<p>${t("phone.page-hint")}</p>
  <a class="button main" id="hosted" href=${link} target="_blank" rel="noopener noreferrer">${t("phone.open-page")}</a>`;

const offer = (payment) => html`<li><a href=${address(payment.id)} data-id=${payment.id} @click=${(event) => show(event, payment.id)}>
  <span class="sum">${sum(payment.amount, payment.currency)}</span>
  <span class="what"><b>${payment.shop || payment.bin}</b><span class="faint">${payment.externalId || payment.id}</span></span>
  ${statusChip(payment.status)}</a></li>`;

const offeredReturn = (code) => html`<li><a href=${address(code.id)} data-return=${code.id} @click=${(event) => show(event, code.id)}>
  <span class="what"><b>${code.shop || code.bin}</b><span class="faint">${t("phone.return", code.id)}</span></span>
  ${statusChip(code.status)}</a></li>`;

const offeredReturns = (codes) =>
  codes.length > 0 ? html`<h2>${t("phone.home.returns")}</h2><ul class="offers">${codes.map(offeredReturn)}</ul>` : nothing;

function home() {
  const open = store.payments.newestFirst().filter((payment) => isOpen(payment.status)).slice(0, MOST_OFFERED);
  return phoneFrame("home", html`
    <h1>${t("phone.home")}</h1>
    <form class="inline" @submit=${find}>
      <label>${t("phone.code")}<input id="code" .value=${typed} autocomplete="off" @input=${(event) => { typed = event.target.value; }}></label>
      <button>${t("phone.find")}</button>
    </form>
    ${link ? hosted() : nothing}
    ${unknown ? html`<p class="failure" role="alert">${t("phone.unknown-code")}</p>` : nothing}
    ${open.length > 0 ? html`<ul class="offers">${open.map(offer)}</ul>` : html`<p class="empty">${t("phone.nothing")}</p>`}
    ${offeredReturns(waitingReturns())}
    ${checkoutList()}`);
}

const foot = () => html`<footer class="phone-foot">
  ${chosen() ? html`<a href=${address("")} @click=${(event) => show(event, "")}>← ${t("phone.all")}</a>` : html`<span></span>`}
  <span class="stream" data-state=${store.state} role="status">${t(`stream.${store.state}`)}</span>
  <label><span class="hidden">${t("language")}</span>
    <select id="language" @change=${changeLanguage}>
      ${LANGUAGES.map((name) => html`<option value=${name} .selected=${name === language()}>${t(`language.${name}`)}</option>`)}
    </select></label>
</footer>`;

async function changeLanguage(event) {
  await choose(event.target.value);
  draw();
}

/** A payment or a return code, whatever the address is of. */
function one(id) {
  const code = store.returns.get(id);
  return code ? phoneFrame(...returnScreen(code)) : phoneScreen(id);
}

function ask(id) {
  if (store.state === "live" && store.clock && !store.payments.get(id) && !store.returns.get(id) && asked !== id) {
    asked = id;
    readPayment(id).catch(() => changed());
  }
}

function draw() {
  const id = chosen();
  if (id) {
    ask(id);
  }
  document.title = `${t("phone")} · ${session.world} · kzpay-sandbox`;
  render(html`${id ? html`<h1 class="hidden">${t("phone")}</h1>` : nothing}${id ? one(id) : home()}${foot()}${notices()}`, phone);
}

/** Instants and spans go on; what is due is looked at. */
function tick() {
  if (!document.hidden) {
    lookAtDue();
    changed();
  }
}

takeToken();
await start();
phone.replaceChildren();
watch(draw);
setInterval(tick, 1_000);
addEventListener("popstate", draw);
open(new URLSearchParams(location.search).get("world") ?? (await ownWorld().catch(() => undefined)) ?? "main");
draw();
