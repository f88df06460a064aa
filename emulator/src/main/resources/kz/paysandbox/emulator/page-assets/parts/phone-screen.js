// The customer's phone: what it shows of a payment, and what its owner can do.

import { html, nothing } from "/assets/lib/lit-html.js";
import { post } from "../core/api.js";
import { span, sum } from "../core/format.js";
import { t } from "../core/language.js";
import { changed, store, worldNow } from "../core/store.js";
import { attempt } from "./notice.js";
import { isOpen, statusTone } from "./status.js";

/** The phones that mean something to the sandbox; "" is whoever the bank takes it for. */
const PHONES = ["", "87010000001", "87010000002", "87010000003"];

const state = { phone: "", busy: false };

/** Whose phone it is, as the body of what it does. */
export const customer = () => (state.phone ? { phone: state.phone } : {});

/** What the phone shows of a payment, by its status. */
export function screenOf(payment) {
  if (payment.status === "RemotePaymentCreated") {
    return "invoice";
  }
  if (payment.status === "QrTokenCreated") {
    return payment.kind === "link" ? "link" : "scan";
  }
  if (payment.status === "Wait") {
    return "decide";
  }
  if (payment.status === "3D" || payment.status === "FINGERPRINT") {
    return "issuer";
  }
  return { good: "paid", hold: "paid", bad: "failed", off: "failed", wait: "page" }[statusTone(payment.status)];
}

async function act(payment, name) {
  state.busy = true;
  changed();
  await attempt(async () => {
    store.payments.put(await post(`/payments/${encodeURIComponent(payment.id)}/${name}`, customer()));
  });
  state.busy = false;
  changed();
}

const button = (payment, name, words, kind = "main") =>
  html`<button class=${kind} data-act=${name} ?disabled=${state.busy} @click=${() => act(payment, name)}>${words}</button>`;

const asked = (payment) => html`
  <p class="shop">${payment.shop || payment.bin}</p>
  <p class="big-sum">${sum(payment.amount, payment.currency)}</p>
  ${payment.externalId ? html`<p class="faint order">${payment.externalId}</p>` : nothing}`;

const SCREENS = {
  scan: (payment) => html`<p class="camera" aria-hidden="true"><span></span></p>
    <p>${t("phone.scan-hint")}</p>
    ${button(payment, "scan", t("phone.scan"))}
    ${button(payment, "scan-error", t("phone.scan-error"), "quiet")}`,
  link: (payment) => html`<p class="mark" aria-hidden="true">↗</p><p>${t("phone.link-hint")}</p>
    ${button(payment, "scan", t("phone.follow"))}
    ${button(payment, "scan-error", t("phone.scan-error"), "quiet")}`,
  decide: (payment) => html`${asked(payment)}
    ${button(payment, "confirm", t("phone.pay"))}${button(payment, "decline", t("phone.decline"), "quiet")}`,
  invoice: (payment) => html`<p>${t("phone.invoice")}</p>${asked(payment)}
    ${button(payment, "confirm", t("phone.pay"))}${button(payment, "decline", t("phone.decline"), "quiet")}`,
  issuer: (payment) => html`<p>${t("phone.issuer")}</p>${asked(payment)}
    ${button(payment, "confirm", t("phone.confirm"))}${button(payment, "decline", t("phone.decline"), "quiet")}`,
  page: (payment) => html`${asked(payment)}<p>${t("phone.page-hint")}</p>`,
  paid: (payment) => html`<p class="mark good" aria-hidden="true">✓</p><p class="said">${t("phone.paid")}</p>${asked(payment)}`,
  failed: (payment) => html`<p class="mark bad" aria-hidden="true">×</p><p class="said">${t("phone.failed")}</p>${asked(payment)}`,
};

/** The time left of a payment or a return code. */
export const countdown = ({ expiresAt }) =>
  expiresAt
    ? html`<p class="faint left">${t("payment.expires", span(Date.parse(expiresAt) - worldNow(), t("days")))}</p>`
    : nothing;

/** Whose phone it is: what their confirmation leads to. */
const owner = () => html`<label class="owner">${t("phone.owner")}
  <select id="owner" @change=${(event) => { state.phone = event.target.value; changed(); }}>
    ${PHONES.map((phone) => html`<option value=${phone} .selected=${phone === state.phone}>${t(`phone.owner.${phone || "any"}`)}</option>`)}
  </select></label>`;

/**
 * The frame of the phone around a screen.
 *
 * @param foot what changes all the time: below the screen, and not read out at each change
 */
export const phoneFrame = (name, screen, foot = nothing) => html`
  <div class="phone" data-screen=${name}>
    <div class="phone-head">${owner()}</div>
    <div class="phone-body"><div class="phone-screen" aria-live="polite">${screen}</div>${foot}</div>
  </div>`;

export function phoneScreen(id) {
  const payment = store.payments.get(id);
  if (!payment) {
    return phoneFrame("unknown", html`<p>${t("payment.unknown", id)}</p>`);
  }
  const name = screenOf(payment);
  return phoneFrame(name, SCREENS[name](payment), isOpen(payment.status) ? countdown(payment) : nothing);
}
