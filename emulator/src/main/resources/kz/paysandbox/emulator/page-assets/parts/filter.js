// A field to search in and some choices beside it.

import { html } from "/assets/lib/lit-html.js";
import { t } from "../core/language.js";

/**
 * @param state what is chosen now, by the choices' names and `text`
 * @param choices `{name, options: [[value, words]]}`
 */
export const filterBar = (state, choices, redraw, hint = t("search")) => html`
  <form class="filter" role="search" @submit=${(event) => event.preventDefault()}>
    <input type="search" id="search" placeholder=${hint} aria-label=${hint} .value=${state.text}
      @input=${(event) => { state.text = event.target.value; redraw(); }}>
    ${choices.map(({ name, options }) => html`
      <select id=${`filter-${name}`} aria-label=${t(`filter.${name}`)}
        @change=${(event) => { state[name] = event.target.value; redraw(); }}>
        <option value="" .selected=${!state[name]}>${t(`filter.${name}`)}</option>
        ${options.map(([value, words]) => html`<option value=${value} .selected=${state[name] === value}>${words}</option>`)}
      </select>`)}
  </form>`;
