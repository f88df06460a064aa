// The stream of events of a world: read by fetch, so that it can carry the token and the number to resume from.

import { Problem, headers, session } from "./api.js";

const RETRY = 1_000;

/** Takes a text/event-stream apart; pieces may end anywhere. */
export class EventReader {
  constructor(handler) {
    this.handler = handler;
    this.rest = "";
    this.event = { id: "", type: "", data: [] };
  }

  read(piece) {
    const lines = (this.rest + piece).split("\n");
    this.rest = lines.pop();
    lines.forEach((line) => this.line(line.replace(/\r$/, "")));
  }

  line(line) {
    if (line === "") {
      this.finish();
      return;
    }
    const colon = line.indexOf(":");
    const field = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? "" : line.slice(colon + 1).replace(/^ /, "");
    if (field === "data") {
      this.event.data.push(value);
    } else if (field === "event") {
      this.event.type = value;
    } else if (field === "id") {
      this.event.id = value;
    }
  }

  finish() {
    const { id, type, data } = this.event;
    this.event = { id: "", type: "", data: [] };
    if (data.length > 0) {
      this.handler({ id, type, data: JSON.parse(data.join("\n")) });
    }
  }
}

/** One open stream; it comes back by itself, from where it was, and rests while the tab is hidden. */
export class EventStream {
  /**
   * @param listener `event({type, data})`, `opened(resumed)`, `lost(broken)`
   */
  constructor(listener) {
    this.listener = listener;
    this.last = 0;
    this.abort = null;
    this.timer = 0;
    this.visibility = () => (document.hidden ? this.rest() : this.connect());
    document.addEventListener("visibilitychange", this.visibility);
    if (!document.hidden) {
      this.connect();
    }
  }

  async connect() {
    this.rest();
    const abort = new AbortController();
    this.abort = abort;
    const resumed = this.last > 0;
    try {
      const more = { Accept: "text/event-stream", ...(resumed ? { "Last-Event-ID": String(this.last) } : {}) };
      const path = `/__sandbox/events?world=${encodeURIComponent(session.world)}`;
      const answer = await fetch(path, { headers: headers(more), signal: abort.signal, cache: "no-store" });
      if (!answer.ok) {
        throw new Problem(answer.status, await answer.json().catch(() => ({})));
      }
      this.listener.opened(resumed);
      await this.follow(answer.body.pipeThrough(new TextDecoderStream()).getReader(), abort);
      this.over(abort, null);
    } catch (broken) {
      this.over(abort, broken);
    }
  }

  /** It ended by itself, broke or was refused; not where it was ended here. */
  over(abort, broken) {
    if (this.abort === abort && !abort.signal.aborted) {
      this.abort = null;
      this.listener.lost(broken);
      this.timer = setTimeout(() => this.connect(), RETRY);
    }
  }

  async follow(reader, abort) {
    const parts = new EventReader((event) => this.take(event));
    for (let piece = await reader.read(); !piece.done && !abort.signal.aborted; piece = await reader.read()) {
      parts.read(piece.value);
    }
  }

  /** What was seen already is left out: no event is taken twice. */
  take(event) {
    const id = Number(event.id);
    if (event.type !== "reset" && id > 0 && id <= this.last) {
      return;
    }
    if (id > 0) {
      this.last = id;
    }
    this.listener.event(event);
  }

  rest() {
    clearTimeout(this.timer);
    this.abort?.abort();
    this.abort = null;
  }

  close() {
    document.removeEventListener("visibilitychange", this.visibility);
    this.rest();
  }
}
