// How the sandbox is set, and what it assumes where no document says: each with its evidence.

import { html, nothing } from "/assets/lib/lit-html.js";
import { get } from "../core/api.js";
import { named, said, t } from "../core/language.js";
import { changed } from "../core/store.js";
import { copyButton } from "../parts/copy.js";
import { filterBar } from "../parts/filter.js";
import { attempt } from "../parts/notice.js";

const EVIDENCE = ["documented", "seen", "assumed"];
const TONES = { documented: "good", seen: "wait", assumed: "hold" };

const wanted = { text: "", evidence: "", bank: "" };
let assumptions = [];
let config = {};

async function read() {
  [assumptions, config] = await Promise.all([get("/assumptions"), get("/config")]);
  changed();
}

const matches = (one) =>
  (!wanted.evidence || one.evidence === wanted.evidence) &&
  (!wanted.bank || one.name.startsWith(`${wanted.bank}.`)) &&
  (!wanted.text || `${one.name} ${said(one, "about")} ${one.value}`.toLowerCase().includes(wanted.text.trim().toLowerCase()));

const command = (one) => `./sandbox up --set ${one.name}=${one.options?.find((option) => option !== one.value) ?? one.value}`;

const entry = (one) => html`<li class="card switch" data-name=${one.name}>
  <p><code class="wrap"><b>${one.name}</b> = ${one.value}</code> <span class="chip" data-tone=${TONES[one.evidence] ?? "off"}>${named(`evidence.${one.evidence}`, one.evidence)}</span>
    ${one.value === one.default ? nothing : html`<span class="chip" data-tone="active">${t("switches.changed", one.default)}</span>`}</p>
  <p>${said(one, "about")}</p>
  ${one.options ? html`<p class="faint">${t("switches.options")} ${one.options.map((option) => html`<code>${option}</code> `)}</p>` : nothing}
  ${copyButton(() => command(one), one.name, t("switches.copy"))}
</li>`;

const general = () => Object.entries(config).filter(([name]) => !/^(epay|kaspi)\./.test(name));

const setting = ([name, value]) => html`<tr><th scope="row"><code>${name}</code></th><td class="wrap">${value.value || "—"}</td>
  <td class="faint">${named(`source.${value.source}`, value.source)}</td></tr>`;

const choices = () => [
  { name: "bank", options: ["kaspi", "epay"].map((bank) => [bank, t(`bank.${bank}`)]) },
  { name: "evidence", options: EVIDENCE.map((evidence) => [evidence, t(`evidence.${evidence}`)]) },
];

export const view = {
  open: () => attempt(read),

  template() {
    const shown = assumptions.filter(matches);
    return html`<div class="readable">
      <h1>${t("switches")}</h1>
      ${config.level ? html`<p class="verdict" data-tone="wait">${t("switches.level")} <b>${config.level.value}</b> — ${named(`level.${config.level.value}`, "")}</p>` : nothing}
      <details class="card"><summary>${t("switches.server")}</summary>
        <div class="scroll" tabindex="0" role="group" aria-label=${t("switches.server")}><table>${general().map(setting)}</table></div></details>
      <h2>${t("switches.assumptions")} <span class="faint">${shown.length}</span></h2>
      ${filterBar(wanted, choices(), changed, t("search.switches"))}
      <ul class="plain">${shown.map(entry)}</ul>
    </div>`;
  },
};
