// Return codes of the world: what a customer scans to get money back.

import { html } from "/assets/lib/lit-html.js";
import { get, post, session } from "../core/api.js";
import { span } from "../core/format.js";
import { t } from "../core/language.js";
import { Refresher } from "../core/refresher.js";
import { changed, store, worldNow } from "../core/store.js";
import { attempt } from "./notice.js";
import { customer } from "./phone-screen.js";

let returns = [];

async function read() {
  returns = await get("/returns").catch(() => []);
  changed();
}

const refresher = new Refresher(read);

/** Return codes at hand; they are read again after a call that may have made or used one. */
export function returnCodes() {
  const last = store.exchanges.newestFirst().find((exchange) => exchange.endpoint?.includes("return"));
  const key = `${session.world} ${store.state} ${last?.number} ${store.clock?.now}`;
  if (store.state === "live") {
    refresher.look(key);
  }
  return returns;
}

export const waitingReturns = () => returnCodes().filter((code) => code.status === "QrTokenCreated");

async function scan(code) {
  await attempt(() => post(`/returns/${encodeURIComponent(code.id)}/scan`, customer()));
  await read();
}

const SCREENS = {
  QrTokenCreated: ["scan-return", (code) => html`<p class="camera" aria-hidden="true"><span></span></p>
    <p>${t("phone.return-hint")}</p>
    <button class="main" data-act="scan-return" @click=${() => scan(code)}>${t("phone.scan")}</button>
    ${code.expiresAt ? html`<p class="faint left">${t("payment.expires", span(Date.parse(code.expiresAt) - worldNow(), t("days")))}</p>` : ""}`],
  CustomerIdentityObtained: ["returned", () => html`<p class="mark good" aria-hidden="true">✓</p><p class="said">${t("phone.returned")}</p>`],
  Error: ["failed", (code) => html`<p class="mark bad" aria-hidden="true">×</p><p class="said">${t("phone.return", code.id)}</p>`],
};

/** What the phone shows of a return code: its name and its content. */
export const returnScreen = (code) => {
  const [name, content] = SCREENS[code.status] ?? SCREENS.Error;
  return [name, content(code)];
};
