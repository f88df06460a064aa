// Return codes of the world: what a customer scans to get money back.

import { html, nothing } from "/assets/lib/lit-html.js";
import { post } from "../core/api.js";
import { t } from "../core/language.js";
import { changed, store, worldNow } from "../core/store.js";
import { attempt } from "./notice.js";
import { countdown, customer } from "./phone-screen.js";

const isWaiting = (code) =>
  code.status === "QrTokenCreated" && !(code.expiresAt && Date.parse(code.expiresAt) <= worldNow());

export const waitingReturns = () => store.returns.newestFirst().filter(isWaiting);

async function scan(code) {
  await attempt(async () => {
    const { status } = await post(`/returns/${encodeURIComponent(code.id)}/scan`, customer());
    store.returns.put({ ...code, status });
  });
  changed();
}

const SCREENS = {
  scan: (code) => html`<p class="camera" aria-hidden="true"><span></span></p>
    <p>${t("phone.return-hint")}</p>
    <button class="main" data-act="scan-return" @click=${() => scan(code)}>${t("phone.scan")}</button>`,
  returned: () => html`<p class="mark good" aria-hidden="true">✓</p><p class="said">${t("phone.returned")}</p>`,
  failed: (code) => html`<p class="mark bad" aria-hidden="true">×</p><p class="said">${t("phone.return", code.id)}</p>`,
};

/** What the phone shows of a return code: the name of its screen, what is on it, and what is below. */
export function returnScreen(code) {
  const name = isWaiting(code) ? "scan" : code.status === "CustomerIdentityObtained" ? "returned" : "failed";
  return [name, SCREENS[name](code), name === "scan" ? countdown(code) : nothing];
}
