// A button that copies a text.

import { html } from "/assets/lib/lit-html.js";
import { t } from "../core/language.js";
import { say } from "./notice.js";

async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    copyBySelection(text);
  }
  say(t("copied"));
}

/** Where there is no clipboard, as on a page without TLS from another machine. */
function copyBySelection(text) {
  const field = document.createElement("textarea");
  field.value = text;
  field.className = "hidden";
  document.body.append(field);
  field.select();
  document.execCommand("copy");
  field.remove();
}

/** @param what says what is copied, for those who do not see the page */
export const copyButton = (text, what, label = t("copy")) =>
  html`<button class="small" type="button" @click=${() => copy(text())} aria-label=${`${label}: ${what}`}>${label}</button>`;
