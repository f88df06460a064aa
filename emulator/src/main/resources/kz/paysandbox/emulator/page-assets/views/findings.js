// Whether the application keeps the banks' written rules: the verdict, the rules it broke by gravity, and the others.

import { html, nothing } from "/assets/lib/lit-html.js";
import { count, instant } from "../core/format.js";
import { said, t } from "../core/language.js";
import { store, worldNow } from "../core/store.js";
import { readAgain, unbroken, verdict } from "../parts/readiness.js";

const SHOWN_REQUESTS = 20;
const SHOWN_FINDINGS = 10;

/** From the gravest on, each with its group's name. */
const GROUPS = [["error", "fail"], ["warning", "warn"], ["note", "note"]];

let chosen = "";

/** The findings of each rule, in groups by the gravest of them. */
function bySeverity() {
  const rules = new Map();
  for (const finding of store.findings.newestFirst()) {
    rules.set(finding.rule, [...(rules.get(finding.rule) ?? []), finding]);
  }
  const groups = new Map();
  for (const rule of rules) {
    const [gravest] = GROUPS.find(([severity]) => rule[1].some((finding) => finding.severity === severity));
    groups.set(gravest, [...(groups.get(gravest) ?? []), rule]);
  }
  return groups;
}

const total = (findings) => findings.reduce((sum, finding) => sum + finding.count, 0);

const numbers = (findings) => [...new Set(findings.flatMap((finding) => finding.requests))].sort((a, b) => b - a).slice(0, SHOWN_REQUESTS);

const broken = (severity, [rule, findings]) => html`
  <details class="card rule" data-rule=${rule} ?open=${rule === chosen}>
    <summary><span class="chip" data-tone=${severity === "error" ? "bad" : "hold"}>${t(`severity.${severity}`)}</span>
      <code>${rule}</code> <span class="count">${t("findings.times", count(total(findings)))}</span></summary>
    <p>${said({ correct: findings[0].clause, correct_ru: findings[0].correct_ru }, "correct")}</p>
    <ul class="evidence">${findings.slice(0, SHOWN_FINDINGS).map((finding) => html`<li>${said(finding, "evidence")}
      <time class="faint">${instant(finding.at, worldNow())}</time></li>`)}</ul>
    <p class="numbers">${t("findings.exchanges")} ${numbers(findings).map((number) => html`<a href=${`#/exchanges/${number}`}>${number}</a> `)}</p>
  </details>`;

const group = (rules, [severity, name]) =>
  rules ? html`<h2>${t(`readiness.${name}`, count(rules.length))}</h2>${rules.map((rule) => broken(severity, rule))}` : nothing;

export const view = {
  open: readAgain,

  path([rule = ""]) {
    chosen = rule;
  },

  template() {
    const groups = bySeverity();
    return html`<div class="readable">
      <h1>${t("findings")}</h1>
      ${verdict()}
      ${GROUPS.map((one) => group(groups.get(one[0]), one))}
      ${unbroken()}
    </div>`;
  },
};
