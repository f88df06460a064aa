// Where the caller left the banks' written rules, by rule; and the rules that nothing was found against.

import { html, nothing } from "/assets/lib/lit-html.js";
import { get } from "../core/api.js";
import { count, instant } from "../core/format.js";
import { said, t } from "../core/language.js";
import { changed, store, worldNow } from "../core/store.js";
import { attempt } from "../parts/notice.js";

const SHOWN_REQUESTS = 20;
const SHOWN_FINDINGS = 10;

let rules = [];
let chosen = "";

async function readRules() {
  rules = (await attempt(() => get("/catalogue")))?.findings ?? [];
  changed();
}

function byRule() {
  const groups = new Map();
  for (const finding of store.findings.newestFirst()) {
    groups.set(finding.rule, [...(groups.get(finding.rule) ?? []), finding]);
  }
  return groups;
}

const total = (findings) => findings.reduce((sum, finding) => sum + finding.count, 0);

const numbers = (findings) => [...new Set(findings.flatMap((finding) => finding.requests))].sort((a, b) => b - a).slice(0, SHOWN_REQUESTS);

const broken = ([rule, findings]) => html`
  <details class="card rule" data-rule=${rule} ?open=${rule === chosen}>
    <summary><span class="chip" data-tone=${findings[0].severity === "error" ? "bad" : "hold"}>${t(`severity.${findings[0].severity}`)}</span>
      <code>${rule}</code> <span class="count">${t("findings.times", count(total(findings)))}</span></summary>
    <p>${said({ correct: findings[0].clause, correct_ru: findings[0].correct_ru }, "correct")}</p>
    <ul class="evidence">${findings.slice(0, SHOWN_FINDINGS).map((finding) => html`<li>${said(finding, "evidence")}
      <time class="faint">${instant(finding.at, worldNow())}</time></li>`)}</ul>
    <p class="numbers">${t("findings.exchanges")} ${numbers(findings).map((number) => html`<a href=${`#/exchanges/${number}`}>${number}</a> `)}</p>
  </details>`;

const kept = (rule) => html`<li><code>${rule.rule}</code><p class="faint">${said({ correct: rule.clause, correct_ru: rule.correct_ru }, "correct")}</p></li>`;

export const view = {
  open: readRules,

  path([rule = ""]) {
    chosen = rule;
  },

  template() {
    const groups = byRule();
    const others = rules.filter((rule) => !groups.has(rule.rule));
    return html`<div class="readable">
      <h1>${t("findings")}</h1>
      <p class="verdict" data-tone=${groups.size > 0 ? "bad" : "good"}>
        ${groups.size > 0 ? t("findings.broken", groups.size) : t("findings.none")}</p>
      ${[...groups].map(broken)}
      ${others.length > 0 ? html`<details class="card"><summary>${t("findings.others", others.length)}</summary>
        <p class="faint">${t("findings.others-hint")}</p><ul class="plain-list">${others.map(kept)}</ul></details>` : nothing}
    </div>`;
  },
};
