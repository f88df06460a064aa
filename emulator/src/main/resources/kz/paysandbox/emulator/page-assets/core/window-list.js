// A list that draws only the rows in sight: ten thousand scroll like ten.

import { render } from "/assets/lib/lit-html.js";

const BEYOND = 8;

export class WindowList {
  /**
   * @param key what tells rows apart
   * @param row a row's template
   */
  constructor(key, row) {
    this.key = key;
    this.row = row;
    this.rows = [];
    this.drawn = new Map();
  }

  /** Shows rows in an element, which must be the same until {@link clear}. */
  show(host, rows) {
    if (this.host !== host) {
      this.clear();
      this.attach(host);
    }
    const anchor = this.anchor();
    this.rows = rows;
    this.height = parseFloat(getComputedStyle(host).getPropertyValue("--row-height")) || 44;
    this.room.style.height = `${rows.length * this.height}px`;
    this.keep(anchor);
    this.draw();
  }

  /** Key and element of the drawn row within which the focus is. */
  focused() {
    return [...this.drawn].find(([, element]) => element.contains(document.activeElement)) ?? [null, null];
  }

  attach(host) {
    this.host = host;
    this.room = document.createElement("div");
    this.room.className = "room";
    this.room.setAttribute("role", "presentation");
    host.replaceChildren(this.room);
    host.tabIndex = -1;
    this.scrolled = () => {
      this.frame ||= requestAnimationFrame(() => {
        this.frame = 0;
        this.draw();
      });
    };
    this.keyed = (event) => this.move(event);
    host.addEventListener("scroll", this.scrolled, { passive: true });
    host.addEventListener("keydown", this.keyed);
  }

  clear() {
    this.host?.removeEventListener("scroll", this.scrolled);
    this.host?.removeEventListener("keydown", this.keyed);
    this.drawn.clear();
    this.host = null;
  }

  /** The first row in sight, unless the list stands at its beginning, where new rows appear. */
  anchor() {
    const top = this.host.scrollTop;
    if (top <= 0 || this.rows.length === 0) {
      return null;
    }
    const index = Math.min(this.rows.length - 1, Math.floor(top / this.height));
    return { key: this.key(this.rows[index]), index };
  }

  keep(anchor) {
    if (!anchor) {
      return;
    }
    const index = this.rows.findIndex((row) => this.key(row) === anchor.key);
    if (index >= 0 && index !== anchor.index) {
      this.host.scrollTop += (index - anchor.index) * this.height;
    }
  }

  draw() {
    if (!this.host) {
      return;
    }
    const first = Math.max(0, Math.floor(this.host.scrollTop / this.height) - BEYOND);
    const last = Math.min(this.rows.length, Math.ceil((this.host.scrollTop + this.host.clientHeight) / this.height) + BEYOND);
    const [focusedKey, focused] = this.focused();
    const wanted = new Map();
    for (const index of this.indexes(first, last, focusedKey)) {
      wanted.set(this.key(this.rows[index]), this.place(this.rows[index], index));
    }
    if (focused && !wanted.has(focusedKey)) {
      (this.rows.length > 0 ? this.host : this.host.closest("main"))?.focus({ preventScroll: true });
    }
    for (const [key, element] of this.drawn) {
      if (!wanted.has(key)) {
        element.remove();
        this.drawn.delete(key);
      }
    }
    this.order([...wanted.values()], focused);
  }

  /** Of the rows to draw, rising: those in sight and the one that has the focus, which would else be lost. */
  indexes(first, last, focusedKey) {
    const inSight = Array.from({ length: Math.max(0, last - first) }, (none, place) => first + place);
    const kept = focusedKey === null ? -1 : this.rows.findIndex((row) => this.key(row) === focusedKey);
    if (kept < 0 || (kept >= first && kept < last)) {
      return inSight;
    }
    return kept < first ? [kept, ...inSight] : [...inSight, kept];
  }

  /** Puts elements in the order of their rows, around the one that has the focus: an element that is moved loses it. */
  order(elements, focused) {
    const middle = Math.max(0, elements.indexOf(focused));
    for (let at = middle + 1; at < elements.length; at += 1) {
      const after = elements[at - 1].nextSibling;
      if (after !== elements[at]) {
        this.room.insertBefore(elements[at], after);
      }
    }
    for (let at = middle - 1; at >= 0; at -= 1) {
      if (elements[at].nextSibling !== elements[at + 1]) {
        this.room.insertBefore(elements[at], elements[at + 1]);
      }
    }
  }

  /** Draws a row in its place; its element. */
  place(row, index) {
    const key = this.key(row);
    let element = this.drawn.get(key);
    if (!element) {
      element = document.createElement("div");
      element.className = "row-place";
      element.setAttribute("role", "listitem");
      this.drawn.set(key, element);
      this.room.append(element);
    }
    element.dataset.index = index;
    element.style.transform = `translateY(${index * this.height}px)`;
    render(this.row(row), element);
    return element;
  }

  /** Arrow keys, Home and End go from row to row. */
  move(event) {
    const at = Number(event.target.closest(".row-place")?.dataset.index ?? NaN);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: this.rows.length - 1 }[event.key];
    if (!(to >= 0 && to < this.rows.length)) {
      return;
    }
    event.preventDefault();
    const top = to * this.height;
    if (top < this.host.scrollTop) {
      this.host.scrollTop = top;
    } else if (top + this.height > this.host.scrollTop + this.host.clientHeight) {
      this.host.scrollTop = top + this.height - this.host.clientHeight;
    }
    this.draw();
    this.drawn.get(this.key(this.rows[to]))?.querySelector("a, button")?.focus();
  }
}
