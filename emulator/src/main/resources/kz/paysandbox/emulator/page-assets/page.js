// The shell: which view is shown of which world, in which language and light.

import { html, nothing, render } from "/assets/lib/lit-html.js";
import { ownWorld, session, takeToken } from "./core/api.js";
import { instant } from "./core/format.js";
import { LANGUAGES, choose, language, start, t } from "./core/language.js";
import { changed, lookAtDue, open, store, watch, worldNow } from "./core/store.js";
import { VIEWS } from "./views/table.js";
import { notices } from "./parts/notice.js";
import { themes } from "./parts/theme.js";

const page = document.getElementById("page");
let shown = { view: null, path: [] };

/** The parts of the address behind #/, decoded. */
function route() {
  const parts = location.hash.replace(/^#\/?/, "").split("/").map(decodeURIComponent);
  return VIEWS.some((view) => view.id === parts[0]) ? parts : [VIEWS[0].id];
}

/** What takes Escape for itself, or has something written in it. */
const FIELDS = "input, select, textarea";

let entry = "";

async function go() {
  const [id, ...rest] = route();
  const left = shown.id === id && rest.length === 0 ? entry : "";
  if (shown.id !== id) {
    const { view } = await VIEWS.find((one) => one.id === id).module();
    if (route()[0] !== id) {
      return;
    }
    shown.view?.close?.();
    render(nothing, page.querySelector("main") ?? document.createElement("main"));
    shown = { id, view };
    view.open?.();
  }
  shown.view.path?.(rest);
  draw();
  const list = page.querySelector(".split.chosen .list");
  if (list && list.offsetParent === null) {
    page.querySelector("main").focus();
  }
  entry = rest.length > 0 ? location.hash : "";
  if (left) {
    returnTo(left);
  }
}

/** After an entry is closed, the focus that went with it returns to its row. */
function returnTo(address) {
  if (document.activeElement === document.body || document.activeElement === page.querySelector("main")) {
    const row = [...page.querySelectorAll(".row")].find((one) => one.getAttribute("href") === address);
    (row ?? page.querySelector("main")).focus();
  }
}

/** Escape leads from one entry back to its list. */
function back(event) {
  const [id, chosen] = route();
  if (event.key === "Escape" && chosen && !event.defaultPrevented && !event.target.closest(FIELDS)) {
    location.hash = `#/${id}`;
  }
}

function chooseWorld(name) {
  const address = new URL(location.href);
  address.searchParams.set("world", name);
  history.replaceState(null, "", address);
  open(name);
}

const worldNames = () => {
  const names = store.worlds.map((world) => world.name);
  return names.includes(session.world) ? names : [session.world, ...names];
};

const head = () => html`
  <header class="head">
    <a class="brand" href="#/payments" aria-label="kzpay-sandbox"><img src="/assets/icon.svg" alt="" width="24" height="24"><span>kzpay-sandbox</span></a>
    <label class="world"><span class="label">${t("world")}</span>
      <select id="world" aria-label=${t("world")} @change=${(event) => chooseWorld(event.target.value)}>
        ${worldNames().map((name) => html`<option value=${name} .selected=${name === session.world}>${name}</option>`)}
      </select>
    </label>
    <span class="now" id="now" data-mode=${store.clock?.mode ?? ""}>
      ${store.clock?.mode === "frozen" ? html`<span class="chip" data-tone="hold">${t("clock.frozen")}</span>` : nothing}
      <time>${store.clock ? instant(worldNow(), Date.now()) : ""}</time>
    </span>
    <span class="stream" id="stream" data-state=${store.state} role="status">${t(`stream.${store.state}`)}</span>
    <span class="choices">
      <label><span class="hidden">${t("language")}</span>
        <select id="language" @change=${changeLanguage}>
          ${LANGUAGES.map((name) => html`<option value=${name} .selected=${name === language()}>${t(`language.${name}`)}</option>`)}
        </select>
      </label>
      ${themes(draw)}
    </span>
  </header>`;

/** How many there are of what a view lists; absent of the other views. */
const sizes = () => ({ payments: store.payments.size, exchanges: store.exchanges.size, findings: store.findings.size });

/** Pixels between the present view and the edge of the bar. */
const EDGE = 8;

/** What the bar of views was as wide for, when it last showed the present view. */
let sighted = "";

/** On a narrow screen the bar scrolls: it is moved to the present view when that, or what makes the bar wide, has changed. */
function sightView() {
  const wide = [shown.id, language(), ...Object.values(sizes()).map((size) => (size ? String(size).length : 0))].join();
  if (wide === sighted) {
    return;
  }
  sighted = wide;
  const bar = page.querySelector(".views");
  const [whole, present] = [bar, bar.querySelector("[aria-current]")].map((part) => part.getBoundingClientRect());
  bar.scrollLeft += Math.min(0, present.left - EDGE - whole.left) + Math.max(0, present.right + EDGE - whole.right);
}

const navigation = () => html`
  <nav class="views" aria-label=${t("views")}>
    ${VIEWS.map((view) => html`<a href=${`#/${view.id}`} aria-current=${view.id === shown.id ? "page" : nothing}>
      <span>${t(view.id)}</span>${badge(view.id)}</a>`)}
  </nav>`;

function badge(id) {
  const size = sizes()[id];
  return size ? html`<span class="badge">${size}</span>` : nothing;
}

const failure = () =>
  store.failure ? html`<p class="failure" role="alert">${store.failure.words?.(language()) ?? t("failed")}</p>` : nothing;

function draw() {
  if (!shown.view) {
    return;
  }
  document.title = `${t(shown.id)} · ${session.world} · kzpay-sandbox`;
  render(
    html`<a class="skip" href="#main" @click=${skip}>${t("skip")}</a>${head()}
      <div class="body">${navigation()}
        <main id="main" tabindex="-1" class=${`view-${shown.id}`}></main></div>
      ${failure()}${notices(draw)}`,
    page,
  );
  sightView();
  const main = page.querySelector("main");
  render(shown.view.template(), main);
  shown.view.drawn?.(main);
}

function skip(event) {
  event.preventDefault();
  page.querySelector("main").focus();
}

async function changeLanguage(event) {
  await choose(event.target.value);
  draw();
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
page.replaceChildren();
watch(draw);
setInterval(tick, 1_000);
addEventListener("hashchange", go);
addEventListener("keydown", back);
open(new URLSearchParams(location.search).get("world") ?? (await ownWorld().catch(() => undefined)) ?? "main");
await go();
