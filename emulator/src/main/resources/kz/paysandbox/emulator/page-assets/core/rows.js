// Rows by key, in the order they came, and never more than so many.

const MOST_PINNED = 5;

export class Rows {
  /**
   * @param key what tells rows apart
   * @param most how many are kept; the oldest go first
   */
  constructor(key, most) {
    this.key = key;
    this.most = most;
    this.clear();
  }

  clear() {
    this.byKey = new Map();
    /** Rows that were asked for one by one: they stay where the others are read again, and are in no list. */
    this.pinned = new Map();
    /** Whether there are no rows but those in the list: then one that is not in it is the newest. */
    this.complete = false;
    this.sorted = null;
  }

  get size() {
    return this.byKey.size;
  }

  get(key) {
    return this.byKey.get(key) ?? this.pinned.get(key);
  }

  /** A row as it is now; one that is not in the list is the newest, unless it was asked for and may be an old one. */
  put(row) {
    const key = this.key(row);
    if (this.pinned.has(key)) {
      this.pinned.set(key, row);
    }
    if (this.complete || this.byKey.has(key) || !this.pinned.has(key)) {
      this.add(key, row);
    }
  }

  add(key, row) {
    if (!this.byKey.has(key) && this.size >= this.most) {
      this.byKey.delete(this.byKey.keys().next().value);
      this.complete = false;
    }
    this.byKey.set(key, row);
    this.sorted = null;
  }

  /** A row that was asked for by its key, whatever its age. */
  pin(row) {
    const key = this.key(row);
    if (this.complete || this.byKey.has(key)) {
      this.put(row);
      return;
    }
    if (this.pinned.size >= MOST_PINNED && !this.pinned.has(key)) {
      this.pinned.delete(this.pinned.keys().next().value);
    }
    this.pinned.set(key, row);
  }

  /** The keys of what is pinned and in no list. */
  apart() {
    return [...this.pinned.keys()].filter((key) => !this.byKey.has(key));
  }

  remove(key) {
    this.byKey.delete(key);
    this.pinned.delete(key);
    this.sorted = null;
  }

  /**
   * In place of all there were, oldest first; what is pinned stays.
   *
   * @param complete whether there are no others
   */
  replace(rows, complete = false) {
    this.byKey = new Map();
    this.complete = complete;
    this.sorted = null;
    rows.forEach((row) => this.add(this.key(row), row));
  }

  /** Those of the list and those asked for one by one, in no order. */
  all() {
    return [...this.pinned.values(), ...this.byKey.values()];
  }

  newestFirst() {
    this.sorted ??= [...this.byKey.values()].reverse();
    return this.sorted;
  }
}
