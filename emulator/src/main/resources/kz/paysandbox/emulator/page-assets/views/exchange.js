// One exchange: what was asked and what was answered, and what was found wrong with it.

import { html, nothing } from "/assets/lib/lit-html.js";
import { get, session } from "../core/api.js";
import { count, instant, milliseconds, pretty } from "../core/format.js";
import { language, named, said, t } from "../core/language.js";
import { changed, store, worldNow } from "../core/store.js";
import { copyButton } from "../parts/copy.js";
import { curlOf } from "../parts/curl.js";

let shown = { key: "", which: "", exchange: null, problem: null };
let ports = {};

/** While it is read again, it is shown as it was. */
async function read(number, key, which) {
  shown = { key, which, exchange: shown.which === which ? shown.exchange : null, problem: null };
  try {
    ports = (await get("/listeners")).ports;
    const exchange = await get(`/requests/${encodeURIComponent(number)}`);
    shown = shown.key === key ? { key, which, exchange, problem: null } : shown;
  } catch (problem) {
    shown = shown.key === key ? { key, which, exchange: null, problem } : shown;
  }
  changed();
}

export function exchangePanel(number) {
  const which = `${session.world} ${number}`;
  const key = `${which} ${store.news.world} ${store.exchanges.get(Number(number))?.at}`;
  if (shown.key !== key) {
    read(number, key, which);
  }
  const { exchange, problem } = shown;
  return html`<a class="back" href="#/exchanges">← ${t("exchanges")}</a>
    ${problem ? html`<p class="failure">${problem.words?.(language()) ?? t("failed")}</p>` : nothing}
    ${exchange ? panel(exchange) : nothing}`;
}

const about = (number) => store.findings.newestFirst().filter((finding) => finding.requests.includes(number));

const panel = (exchange) => html`
  <article class="exchange" data-number=${exchange.number}>
    <h1>${exchange.endpoint || exchange.listener} <span class="faint">№ ${exchange.number}</span></h1>
    <p class="faint">${instant(exchange.at, worldNow())} · ${exchange.listener} · ${t("milliseconds", count(Math.round(milliseconds(exchange.took))))}</p>
    ${about(exchange.number).map((finding) => html`<div class="finding-note" data-tone=${finding.severity === "error" ? "bad" : "hold"}>
      <a href=${`#/findings/${finding.rule}`}>${finding.rule}</a><p>${said(finding, "evidence")}</p></div>`)}
    ${exchange.notes.length > 0 ? html`<ul class="notes">${said(exchange, "notes").map((note) => html`<li>${note}</li>`)}</ul>` : nothing}
    ${exchange.handshake ? html`<p class="failure">${t("exchange.handshake-failed")}</p>` : sides(exchange)}
    <h2 class="part">${t("exchange.tls")}</h2>
    <dl class="pairs">${Object.entries(exchange.tls ?? {}).filter(([, value]) => value).map(([name, value]) => html`<dt>${named(`tls.${name}`, name)}</dt><dd>${value}</dd>`)}</dl>
  </article>`;

const sides = (exchange) => html`
  <div class="sides">
    <section><h2 class="part">${t("exchange.request")} ${copyButton(() => curlOf(exchange, ports), t("exchange.request"), t("exchange.curl"))}</h2>
      <p><code class="wrap"><b>${exchange.method}</b> ${exchange.target}</code></p>
      <dl class="headers">${Object.entries(exchange.headers).map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`)}</dl>
      ${exchange.body ? html`<pre class="body-text">${pretty(exchange.body)}</pre>` : nothing}</section>
    <section><h2 class="part">${t("exchange.answer")} ${exchange.answer ? copyButton(() => exchange.answer, t("exchange.answer")) : nothing}</h2>
      <p><code><b>${exchange.status}</b></code></p>
      ${exchange.answer ? html`<pre class="body-text">${pretty(exchange.answer)}</pre>` : html`<p class="faint">${t("exchange.no-body")}</p>`}</section>
  </div>
  <p class="faint">${t("exchange.stand-ins")}</p>`;
