// Light or dark: as the system says, or as was chosen.

import { html } from "/assets/lib/lit-html.js";
import { t } from "../core/language.js";

const THEMES = ["system", "light", "dark"];

const kept = () => localStorage.getItem("sandbox.theme") ?? "system";

function apply(theme) {
  document.documentElement.dataset.theme = theme;
}

apply(kept());

function choose(theme, redraw) {
  localStorage.setItem("sandbox.theme", theme);
  apply(theme);
  redraw();
}

export const themes = (redraw) => html`
  <label><span class="hidden">${t("theme")}</span>
    <select id="theme" @change=${(event) => choose(event.target.value, redraw)}>
      ${THEMES.map((theme) => html`<option value=${theme} .selected=${theme === kept()}>${t(`theme.${theme}`)}</option>`)}
    </select>
  </label>`;
