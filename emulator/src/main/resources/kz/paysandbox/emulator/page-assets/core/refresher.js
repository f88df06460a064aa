// Reads something again when a key has changed, and not more often than once a second.

const BETWEEN = 1_000;

export class Refresher {
  constructor(read) {
    this.read = read;
    this.again();
  }

  /** Whatever the key is next, it is read. */
  again() {
    this.seen = null;
    this.at = -BETWEEN;
  }

  look(key) {
    const now = performance.now();
    if (key !== this.seen && now - this.at >= BETWEEN) {
      this.seen = key;
      this.at = now;
      this.read();
    }
  }
}
