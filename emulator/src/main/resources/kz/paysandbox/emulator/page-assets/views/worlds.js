// Worlds: choose, make, reset, delete; what opens one, and a first call from each language.

import { html, nothing } from "/assets/lib/lit-html.js";
import { deleteWorld, get, makeWorld, post, save, session, worlds } from "../core/api.js";
import { t } from "../core/language.js";
import { changed, store } from "../core/store.js";
import { copyButton } from "../parts/copy.js";
import { attempt, say } from "../parts/notice.js";
import { recipes } from "../parts/recipes.js";

let sure = "";
let ports = null;

const addressOf = (name) => `${location.pathname}?world=${encodeURIComponent(name)}${location.hash}`;

async function readPorts() {
  ports = (await attempt(() => get("/listeners"))) ?? null;
  changed();
}

async function make(event) {
  event.preventDefault();
  const form = event.target;
  const { name, seed } = Object.fromEntries(new FormData(form));
  await attempt(async () => {
    const made = await makeWorld({ ...(name ? { name } : {}), ...(seed ? { seed: Number(seed) } : {}) });
    store.worlds = await worlds();
    form.reset();
    say(t("worlds.made", made.name));
  });
}

/** What cannot be undone is asked twice, on the same button. */
async function certain(key, work) {
  if (sure !== key) {
    sure = key;
    changed();
    return;
  }
  sure = "";
  await attempt(async () => {
    await work();
    store.worlds = await worlds();
    say(t("done"));
  });
  changed();
}

/** Whose world was deleted looks at the main one from then on. */
async function deleted(name) {
  await deleteWorld(name);
  if (name === session.world) {
    location.assign(addressOf("main"));
  }
}

const dangerous = (key, words, work) => html`<button class="small danger" data-do=${key} @click=${() => certain(key, work)}>
  ${sure === key ? t("sure", words) : words}</button>`;

async function certificate(kind) {
  await attempt(async () => {
    const made = await get(`/worlds/${encodeURIComponent(session.world)}/certificate`);
    const bytes = (text) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
    const files = {
      pfx: () => [new Blob([bytes(made.pfxBase64)], { type: "application/x-pkcs12" }), `${session.world}.pfx`],
      cer: () => [new Blob([made.pem], { type: "application/x-pem-file" }), `${session.world}.cer`],
      key: () => [new Blob([made.keyPem], { type: "application/x-pem-file" }), `${session.world}.key`],
    };
    save(...files[kind]());
    if (kind === "pfx") {
      await navigator.clipboard?.writeText(made.password).catch(() => {});
      say(t("worlds.password", made.password));
    }
  });
}

const authorities = () => save(new Blob([ports.authorities], { type: "application/x-pem-file" }), "ca-bundle.pem");

const entry = (world) => html`<li class="card world" data-world=${world.name}>
  <a href=${addressOf(world.name)} aria-current=${world.name === session.world ? "true" : nothing}><b>${world.name}</b></a>
  <span class="faint">${t("worlds.seed", world.seed)}</span>
  ${world.name === session.world ? dangerous(`reset ${world.name}`, t("worlds.reset"), () => post("/reset")) : nothing}
  ${world.name === "main" ? nothing : dangerous(`delete ${world.name}`, t("worlds.delete"), () => deleted(world.name))}
</li>`;

const pair = (name, value) => html`<dt>${name}</dt><dd><code class="wrap">${value}</code> ${copyButton(() => String(value), name)}</dd>`;

const kaspi = (bank) => html`<section class="card"><h2>${t("bank.kaspi")}</h2>
  <dl class="pairs credentials">
    ${ports ? ["r1", "r2", "r3"].map((scheme) => pair(scheme, `https://localhost:${ports.ports[`kaspi-${scheme}`]}/${scheme}/v01`)) : nothing}
    ${pair("Api-Key", bank.apiKey)}
    ${bank.organizations.map((one) => html`<dt>BIN</dt><dd><code>${one.bin}</code> <span class="faint">${t("worlds.points", one.tradePoints.join(", ") || "—")}</span></dd>`)}
  </dl>
  <div class="buttons">
    <button class="small" @click=${() => certificate("pfx")}>${t("worlds.pfx")}</button>
    <button class="small" @click=${() => certificate("cer")}>${t("worlds.cer")}</button>
    <button class="small" @click=${() => certificate("key")}>${t("worlds.key")}</button>
    <button class="small" ?disabled=${!ports} @click=${authorities}>${t("worlds.ca")}</button>
  </div></section>`;

const epay = (bank) => html`<section class="card"><h2>${t("bank.epay")}</h2>
  <dl class="pairs credentials">
    ${ports ? pair("URL", `https://localhost:${ports.ports.epay}`) : nothing}
    ${bank.shops.map((shop) => html`${pair("client_id", shop.clientId)}${pair("client_secret", shop.clientSecret)}${pair("terminal", shop.terminal)}
      <dt></dt><dd class="faint">${t(`worlds.steps.${shop.steps}`)}</dd>`)}
  </dl></section>`;

export const view = {
  open() {
    sure = "";
    readPorts();
  },

  template() {
    const world = store.worlds.find((one) => one.name === session.world);
    return html`<div class="wide">
      <h1>${t("worlds")}</h1>
      <ul class="cards narrow">${store.worlds.map(entry)}</ul>
      <form class="inline" id="make-world" @submit=${make}>
        <label>${t("worlds.name")}<input name="name" autocomplete="off"></label>
        <label>${t("worlds.its-seed")}<input name="seed" inputmode="numeric" pattern="[0-9]*" size="8"></label>
        <button class="main">${t("worlds.make")}</button>
      </form>
      ${world ? html`<div class="columns">${world.kaspi ? kaspi(world.kaspi) : nothing}${world.epay ? epay(world.epay) : nothing}</div>
        ${ports && (world.kaspi || world.epay) ? recipes(world, ports.ports) : nothing}` : nothing}
    </div>`;
  },
};
