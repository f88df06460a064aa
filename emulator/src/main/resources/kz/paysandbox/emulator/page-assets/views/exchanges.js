// The journal, newest first, and one exchange with its request and answer side by side.

import { html, nothing } from "/assets/lib/lit-html.js";
import { download, session } from "../core/api.js";
import { count, instant, milliseconds } from "../core/format.js";
import { said, t } from "../core/language.js";
import { changed, readOlderExchanges, store, worldNow } from "../core/store.js";
import { WindowList } from "../core/window-list.js";
import { filterBar } from "../parts/filter.js";
import { attempt } from "../parts/notice.js";
import { exchangePanel } from "./exchange.js";

const wanted = { text: "", listener: "", outcome: "" };
const list = new WindowList((exchange) => exchange.number, row);
let chosen = "";
let rows = [];

const OUTCOMES = {
  failed: (exchange) => !exchange.status || exchange.status >= 400,
  handshake: (exchange) => !exchange.status,
  finding: (exchange) => exchange.findings > 0 || guilty().has(exchange.number),
};

let known = { of: null, numbers: new Set() };

/** Numbers of the exchanges that findings are about. */
function guilty() {
  const findings = store.findings.newestFirst();
  if (known.of !== findings) {
    known = { of: findings, numbers: new Set(findings.flatMap((finding) => finding.requests)) };
  }
  return known.numbers;
}

const searched = (exchange) =>
  [exchange.number, exchange.endpoint, exchange.method, exchange.target, exchange.status, ...(exchange.notes ?? []), ...(exchange.notes_ru ?? [])].join(" ").toLowerCase();

function matches(exchange) {
  return (
    (!wanted.listener || exchange.listener === wanted.listener) &&
    (!wanted.outcome || OUTCOMES[wanted.outcome](exchange)) &&
    (!wanted.text || searched(exchange).includes(wanted.text.trim().toLowerCase()))
  );
}

const found = () => store.exchanges.newestFirst().filter(matches);

const tone = (status) => (!status || status >= 500 ? "bad" : status >= 400 ? "hold" : "good");

function row(exchange) {
  return html`<a class="row exchange-row" href=${`#/exchanges/${exchange.number}`} data-number=${exchange.number}
      aria-current=${String(exchange.number) === chosen ? "true" : nothing}>
    <span class="count faint">${exchange.number}</span>
    <span class="chip" data-tone=${tone(exchange.status)}>${exchange.status || t("exchange.no-handshake")}</span>
    <span class="what"><b>${exchange.endpoint || exchange.target || exchange.listener}</b>
      <span class="faint">${said(exchange, "notes")?.[0] ?? `${exchange.method ?? ""} ${exchange.listener}`}</span></span>
    ${guilty().has(exchange.number) ? html`<span class="chip" data-tone="bad">${t("finding")}</span>` : html`<span></span>`}
    <span class="when"><time>${instant(exchange.at, worldNow())}</time>
      <span class="faint">${t("milliseconds", count(Math.round(milliseconds(exchange.took))))}</span></span>
  </a>`;
}

const choices = () => [
  { name: "listener", options: ["kaspi-r1", "kaspi-r2", "kaspi-r3", "epay"].map((name) => [name, name]) },
  { name: "outcome", options: Object.keys(OUTCOMES).map((name) => [name, t(`outcome.${name}`)]) },
];

const har = () => attempt(() => download("/requests.har", `${session.world}.har`));

export const view = {
  path([number = ""]) {
    chosen = number;
  },

  close() {
    list.clear();
  },

  template() {
    rows = found();
    return html`<div class=${chosen ? "split chosen" : "split"}>
      <section class="list" aria-label=${t("exchanges")}>
        <div class="title"><h1>${t("exchanges")} <span class="faint">${count(rows.length)}</span></h1>
          <button class="small" id="har" @click=${har}>${t("exchange.har")}</button></div>
        ${filterBar(wanted, choices(), changed, t("search.exchanges"))}
        ${rows.length === 0 ? html`<p class="empty">${t(store.exchanges.size > 0 ? "exchanges.none-found" : "exchanges.none")}</p>` : nothing}
        <div class="rows" role="list" ?hidden=${rows.length === 0}></div>
        ${store.noOlder ? nothing : html`<button class="small older" @click=${() => attempt(readOlderExchanges)}>${t("exchanges.older")}</button>`}
      </section>
      ${chosen ? html`<section class="detail" aria-label=${t("exchange")}>${exchangePanel(chosen)}</section>` : nothing}
    </div>`;
  },

  drawn(main) {
    list.show(main.querySelector(".rows"), rows);
  },
};
