// Whether the application is ready: the verdict, what is still to be played, and the rules that were kept.

import { html, nothing } from "/assets/lib/lit-html.js";
import { get, session } from "../core/api.js";
import { count } from "../core/format.js";
import { said, t } from "../core/language.js";
import { Refresher } from "../core/refresher.js";
import { changed, store } from "../core/store.js";
import { attempt } from "./notice.js";

const TONES = { ready: "good", "not-ready": "bad", "not-known": "hold" };

let readiness = null;
let world = "";

const refresher = new Refresher(() =>
  attempt(async () => {
    const asked = session.world;
    const answer = await get("/readiness");
    if (asked === session.world) {
      readiness = answer;
      world = asked;
      changed();
    }
  }),
);

/** It is read anew, whatever is known. */
export const readAgain = () => refresher.again();

/** Reads it where something has happened that may change it. */
function current() {
  const newest = store.exchanges.newestFirst()[0]?.number;
  refresher.look([session.world, newest, store.findings.size, store.news.world, store.news.callback, store.clock?.now].join(" "));
  return world === session.world ? readiness : null;
}

const of = (verdict) => readiness.rules.filter((rule) => rule.verdict === verdict);

const clause = (rule) => said({ correct: rule.clause, correct_ru: rule.correct_ru }, "correct");

export function verdict() {
  const known = current();
  if (!known) {
    return nothing;
  }
  const size = { "not-ready": of("fail").length, "not-known": of("not-exercised").length }[known.verdict] ?? 0;
  return html`<div class="verdict" data-tone=${TONES[known.verdict]} data-verdict=${known.verdict} role="status">
    <p><b>${t(`readiness.${known.verdict}`, count(size))}</b></p>
    ${known.uses.length > 0 ? html`<p>${t("readiness.uses", known.uses.join(", "))}</p>` : nothing}</div>`;
}

/** Rules that one and the same act puts to the test stand together. */
function byExercise(rules) {
  const acts = new Map();
  for (const rule of rules) {
    acts.set(rule.exercise, [...(acts.get(rule.exercise) ?? []), rule]);
  }
  return [...acts.values()];
}

const act = (rules) => html`<li><p><b>${said(rules[0], "exercise")}</b></p>
  <ul class="plain-list">${rules.map((rule) => html`<li><code>${rule.id}</code><p class="faint">${clause(rule)}</p></li>`)}</ul></li>`;

const kept = (rule) => html`<li><code>${rule.id}</code> <span class="count">${t("readiness.exercised", count(rule.exercised))}</span>
  <p class="faint">${clause(rule)}</p></li>`;

/** The rules that nothing was found against: those that are still to be put to the test, and the others. */
export function unbroken() {
  if (!current()) {
    return nothing;
  }
  const open = of("not-exercised");
  const passed = of("pass");
  return html`
    ${open.length > 0 ? html`<details class="card" id="not-exercised" open><summary>${t("readiness.not-exercised", count(open.length))}</summary>
      <ul class="plain-list">${byExercise(open).map(act)}</ul></details>` : nothing}
    ${passed.length > 0 ? html`<details class="card" id="passed"><summary>${t("readiness.pass", count(passed.length))}</summary>
      <ul class="plain-list">${passed.map(kept)}</ul></details>` : nothing}`;
}
