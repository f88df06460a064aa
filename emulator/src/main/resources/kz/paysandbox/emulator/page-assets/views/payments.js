// Payments of both banks, newest first, and one of them beside the list.

import { html, nothing } from "/assets/lib/lit-html.js";
import { session } from "../core/api.js";
import { count, instant, span, sum } from "../core/format.js";
import { t } from "../core/language.js";
import { changed, readPayment, store, worldNow } from "../core/store.js";
import { WindowList } from "../core/window-list.js";
import { filterBar } from "../parts/filter.js";
import { bankWords } from "../parts/bank.js";
import { STATUSES, isOpen, statusChip, statusWords } from "../parts/status.js";
import { paymentPanel } from "./payment.js";

const SCHEMES = ["r1", "r2", "r3"];

const schemeOf = (payment) => `${payment.bank} ${payment.scheme}`;

const wanted = { text: "", bank: "", status: "", kind: "" };
const list = new WindowList((payment) => payment.id, row);
let chosen = "";
let rows = [];

const searched = (payment) =>
  [payment.id, payment.externalId, payment.amount, payment.bin, payment.shop].join(" ").toLowerCase();

function matches(payment) {
  return (
    (!wanted.bank || wanted.bank === payment.bank || wanted.bank === schemeOf(payment)) &&
    (!wanted.status || payment.status === wanted.status) &&
    (!wanted.kind || payment.kind === wanted.kind) &&
    (!wanted.text || searched(payment).includes(wanted.text.trim().toLowerCase()))
  );
}

let asked = "";

/** A whole id that none at hand has is asked for, once. */
function byId() {
  const id = wanted.text.trim();
  if (!/^[\w-]{6,64}$/.test(id) || store.state !== "live") {
    return [];
  }
  const payment = store.payments.get(id);
  if (!payment && asked !== id + session.world) {
    asked = id + session.world;
    readPayment(id).catch(() => {});
  }
  return payment && matches(payment) ? [payment] : [];
}

function found() {
  const atHand = store.payments.newestFirst().filter(matches);
  return atHand.length > 0 ? atHand : byId();
}

function row(payment) {
  const at = payment.createdAt ?? payment.history[0]?.at;
  return html`<a class="row payment-row" href=${`#/payments/${encodeURIComponent(payment.id)}`} data-id=${payment.id}
      aria-current=${payment.id === chosen ? "true" : nothing}>
    <span class="sum">${sum(payment.amount, payment.currency)}</span>
    ${statusChip(payment.status)}
    <span class="what"><b>${payment.externalId || payment.id}</b>
      <span class="faint">${bankWords(payment)} · ${t(`kind.${payment.kind}`)}${payment.shop ? ` · ${payment.shop}` : ""}</span></span>
    <span class="when">${left(payment)}<time class="faint">${at ? instant(at, worldNow()) : ""}</time></span>
  </a>`;
}

const left = (payment) =>
  isOpen(payment.status) && payment.expiresAt
    ? html`<span class="left">${span(Date.parse(payment.expiresAt) - worldNow(), t("days"))}</span>`
    : nothing;

const choices = () => [
  { name: "bank", options: [
    ["kaspi", t("bank.kaspi")],
    ...SCHEMES.map((scheme) => [`kaspi ${scheme}`, `${t("bank.kaspi")} ${scheme}`]),
    ["epay", t("bank.epay")],
  ] },
  { name: "kind", options: ["qr", "link", "remote", "card", "verification"].map((kind) => [kind, t(`kind.${kind}`)]) },
  { name: "status", options: STATUSES.map((status) => [status, statusWords(status)]) },
];

const ALL_AT_HAND = 1_000;

const none = (all) => (all >= ALL_AT_HAND ? t("payments.none-newest", count(all)) : t("payments.none-found"));

const empty = (all) => html`<p class="empty">${all > 0 ? none(all) : t("payments.none")}</p>`;

export const view = {
  path([id = ""]) {
    chosen = id;
  },

  close() {
    list.clear();
  },

  template() {
    rows = found();
    return html`<div class=${chosen ? "split chosen" : "split"}>
      <section class="list" aria-label=${t("payments")}>
        <h1>${t("payments")} <span class="faint">${count(rows.length)}</span></h1>
        ${filterBar(wanted, choices(), changed)}
        ${rows.length === 0 ? empty(store.payments.size) : nothing}
        <div class="rows" role="list" ?hidden=${rows.length === 0}></div>
      </section>
      ${chosen ? html`<section class="detail" aria-label=${t("payment")}>${paymentPanel(chosen)}</section>` : nothing}
    </div>`;
  },

  drawn(main) {
    list.show(main.querySelector(".rows"), rows);
  },
};
