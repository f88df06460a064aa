// Rows by key, in the order they came, and never more than so many.

export class Rows {
  /**
   * @param key what tells rows apart
   * @param age what rows are ordered by; a row older than all that are kept is not taken where there is no room
   */
  constructor(key, age, most) {
    this.key = key;
    this.age = age;
    this.most = most;
    this.clear();
  }

  clear() {
    this.byKey = new Map();
    this.sorted = null;
  }

  get size() {
    return this.byKey.size;
  }

  get(key) {
    return this.byKey.get(key);
  }

  put(row) {
    const key = this.key(row);
    const known = this.byKey.has(key);
    if (!known && this.size >= this.most) {
      const [oldest, its] = this.byKey.entries().next().value;
      if (this.age(row) < this.age(its)) {
        return;
      }
      this.byKey.delete(oldest);
    }
    this.byKey.set(key, row);
    this.sorted = null;
  }

  remove(key) {
    this.byKey.delete(key);
    this.sorted = null;
  }

  /** In place of all there were, oldest first. */
  replace(rows) {
    this.clear();
    rows.forEach((row) => this.put(row));
  }

  newestFirst() {
    this.sorted ??= [...this.byKey.values()].reverse();
    return this.sorted;
  }
}
