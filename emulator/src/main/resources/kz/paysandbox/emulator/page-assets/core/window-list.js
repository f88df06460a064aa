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

  attach(host) {
    this.host = host;
    this.room = document.createElement("div");
    this.room.className = "room";
    this.room.setAttribute("role", "presentation");
    host.replaceChildren(this.room);
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
    const wanted = new Set();
    for (let index = first; index < last; index += 1) {
      wanted.add(this.key(this.rows[index]));
      this.place(this.rows[index], index);
    }
    for (const [key, element] of this.drawn) {
      if (!wanted.has(key)) {
        element.remove();
        this.drawn.delete(key);
      }
    }
  }

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
