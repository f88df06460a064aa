// One payment: its QR code, its life, its returns, and the customer's phone beside it.

import { html, nothing } from "/assets/lib/lit-html.js";
import { post, session, withToken } from "../core/api.js";
import { instant, span, sum } from "../core/format.js";
import { t } from "../core/language.js";
import { changed, readPayment, store, worldNow } from "../core/store.js";
import { bankWords } from "../parts/bank.js";
import { copyButton } from "../parts/copy.js";
import { attempt, say } from "../parts/notice.js";
import { picture } from "../parts/picture.js";
import { isOpen, statusChip, statusTone, statusWords } from "../parts/status.js";
import { phoneScreen } from "../parts/phone-screen.js";

let asked = "";

/** A payment that is not among those at hand is asked for, once. */
function known(id) {
  const payment = store.payments.get(id);
  if (!payment && asked !== id + session.world && store.state === "live") {
    asked = id + session.world;
    readPayment(id).catch(() => changed());
  }
  return payment;
}

export function paymentPanel(id) {
  const payment = known(id);
  if (!payment) {
    return html`<a class="back" href="#/payments">← ${t("payments")}</a><p class="empty">${t("payment.unknown", id)}</p>`;
  }
  return html`
    <a class="back" href="#/payments">← ${t("payments")}</a>
    <div class="payment" data-id=${payment.id} data-status=${payment.status}>
      <div class="facts">
        <h1><span class="sum">${sum(payment.amount, payment.currency)}</span> ${statusChip(payment.status)}</h1>
        ${facts(payment)}
        ${isOpen(payment.status) ? html`${code(payment)}${life(payment)}` : html`${life(payment)}${code(payment)}`}
        ${refunds(payment)}
      </div>
      <section class="beside" aria-label=${t("phone")}>
        ${phoneScreen(payment.id)}
        <p class="faint"><a href=${withToken(`/phone/${encodeURIComponent(payment.id)}?world=${encodeURIComponent(session.world)}`)} target="_blank" rel="noopener">${t("phone.alone")}</a></p>
        ${realPhone(payment)}
      </section>
    </div>`;
}

const LOOPBACK = /^(localhost|127\..*|\[::1\])$/;

/** A code for the camera of a real phone, where another machine can reach the page at all. */
const realPhone = (payment) =>
  LOOPBACK.test(location.hostname)
    ? nothing
    : html`${picture(`/phone.svg?payment=${encodeURIComponent(payment.id)}`, t("phone.real-code"), "qr")}<p class="faint">${t("phone.real")}</p>`;

const fact = (key, value, more = nothing) => (value ? html`<dt>${t(key)}</dt><dd>${value} ${more}</dd>` : nothing);

const facts = (payment) => html`<dl class="pairs">
  ${fact("payment.id", html`<code>${payment.id}</code>`, copyButton(() => payment.id, t("payment.id")))}
  ${fact("payment.order", payment.externalId)}
  ${fact("payment.bank", `${bankWords(payment)} · ${t(`kind.${payment.kind}`)}`)}
  ${fact("payment.shop", payment.shop)}
  ${fact("payment.bin", payment.bin)}
  ${fact("payment.phone", payment.phone)}
  ${payment.paid ? fact("payment.paid", sum(payment.paid, payment.currency)) : nothing}
  ${payment.refunded ? fact("payment.refunded", sum(payment.refunded, payment.currency)) : nothing}
</dl>`;

const life = (payment) => html`<h2 class="part">${t("payment.life")}</h2><ol class="life">
  ${payment.history.map((step) => html`<li data-tone=${statusTone(step.status)}>
    <time title=${step.at}>${instant(step.at, worldNow())}</time>
    <span>${statusWords(step.status)} <code class="faint">${step.status}</code></span></li>`)}
  ${payment.expiresAt
    ? html`<li class="next" data-tone="next"><time title=${payment.expiresAt}>${instant(payment.expiresAt, worldNow())}</time>
        <span id="expires">${t("payment.expires", span(Date.parse(payment.expiresAt) - worldNow(), t("days")))}</span></li>`
    : nothing}
</ol>`;

function code(payment) {
  if (payment.bank !== "kaspi" || payment.kind === "remote") {
    return nothing;
  }
  return html`<h2 class="part">${t("payment.code")}</h2>
    ${picture(`/payments/${encodeURIComponent(payment.id)}/qr.svg`, t("payment.code-of", payment.id), "qr")}
    ${payment.qr ? html`<p class="code-text"><code class="wrap">${payment.qr}</code> ${copyButton(() => payment.qr, t("payment.code"))}</p>` : nothing}`;
}

const rest = (payment) => payment.paid - payment.refunded;

function refunds(payment) {
  const made = payment.returns ?? [];
  const possible = rest(payment) > 0;
  if (made.length === 0 && !possible) {
    return nothing;
  }
  return html`<h2 class="part">${t("payment.refunds")}</h2>
    ${made.length > 0 ? html`<ul class="returns">${made.map((one) => html`<li>
      <span class="sum">${sum(one.amount, payment.currency)}</span>
      <span>${one.status ? statusWords(one.status) : ""}</span><time class="faint">${one.at ? instant(one.at, worldNow()) : ""}</time></li>`)}</ul>` : nothing}
    ${possible ? html`<form class="inline" @submit=${(event) => refund(event, payment)}>
      <label>${t("payment.refund-sum")}
        <input name="amount" inputmode="decimal" required size="9" .defaultValue=${String(rest(payment))}></label>
      <button>${t("payment.refund")}</button></form>` : nothing}`;
}

async function refund(event, payment) {
  event.preventDefault();
  const amount = Number(new FormData(event.target).get("amount").replace(",", ".").replace(/\s/g, ""));
  await attempt(async () => {
    store.payments.put(await post(`/payments/${encodeURIComponent(payment.id)}/refund`, { amount }));
    say(t("payment.refund-done", sum(amount, payment.currency)));
  });
}
