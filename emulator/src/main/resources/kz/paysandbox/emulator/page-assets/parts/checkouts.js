// Hosted pages of Halyk ePay, and links to them, by which a customer can pay now.

import { html, nothing } from "/assets/lib/lit-html.js";
import { get, session } from "../core/api.js";
import { sum } from "../core/format.js";
import { t } from "../core/language.js";
import { Refresher } from "../core/refresher.js";
import { changed, store } from "../core/store.js";

let checkouts = [];
let port = 0;

async function read() {
  try {
    checkouts = await get("/checkouts");
    port ||= (await get("/listeners")).ports.epay;
  } catch {
    checkouts = [];
  }
  changed();
}

const refresher = new Refresher(read);

const address = (checkout) => `https://${location.hostname}:${port}${checkout.path}`;

const entry = (checkout) => html`<li><a href=${address(checkout)} data-checkout=${checkout.invoiceId} target="_blank" rel="noopener noreferrer">
  <span class="sum">${sum(checkout.amount, checkout.currency)}</span>
  <span class="what"><b>${checkout.shop}</b><span class="faint">${checkout.invoiceId}</span></span></a></li>`;

/** They are read again after a call that may have made or used one. */
export function checkoutList() {
  const last = store.exchanges.newestFirst().find((exchange) => exchange.listener === "epay");
  if (store.state === "live") {
    refresher.look(`${session.world} ${last?.number} ${store.clock?.now}`);
  }
  return checkouts.length > 0 && port
    ? html`<h2>${t("phone.pages")}</h2><ul class="offers">${checkouts.map(entry)}</ul>`
    : nothing;
}
