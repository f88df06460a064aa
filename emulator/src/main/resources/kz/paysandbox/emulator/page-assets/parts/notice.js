// Short notices at the foot of the page: what was done, or why not.

import { html, nothing } from "/assets/lib/lit-html.js";
import { language, t } from "../core/language.js";
import { changed } from "../core/store.js";

const SHOWN = 8_000;

let notice = null;
let timer = 0;

export function say(text, tone = "good") {
  notice = { text, tone };
  clearTimeout(timer);
  timer = setTimeout(hide, SHOWN);
  changed();
}

function hide() {
  notice = null;
  changed();
}

/** Does something, and says why where it is refused. */
export async function attempt(work) {
  try {
    return await work();
  } catch (problem) {
    say(problem.words?.(language()) ?? t("failed"), "bad");
    return undefined;
  }
}

export const notices = () => html`
  <div class="notices" role="status" aria-live="polite">
    ${notice
      ? html`<p class="notice" data-tone=${notice.tone}><span>${notice.text}</span>
          <button class="plain" @click=${hide} aria-label=${t("close")}>×</button></p>`
      : nothing}
  </div>`;
