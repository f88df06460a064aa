// What the page knows of one world: read once, then kept up to date by the stream of events.

import { Problem, get, session, worlds } from "./api.js";
import { EventStream } from "./events.js";
import { Rows } from "./rows.js";

const MOST_PAYMENTS = 2_000;
const PAYMENTS_AT_ONCE = 1_000;
const MOST_EXCHANGES = 10_000;
const MOST_FINDINGS = 2_000;
const MOST_FIRED = 50;
const EXCHANGES_AT_ONCE = 1_000;
const BETWEEN_PICTURES = 120;
const BETWEEN_LOOKS = 3_000;
const BETWEEN_READINGS = 1_000;
const BEFORE_AGAIN = 2_000;

/** How far a running clock's word may be from the page's own count, in milliseconds, before it is a jump. */
const SAME_TIME = 700;

export const store = {
  payments: new Rows((payment) => payment.id, MOST_PAYMENTS),
  exchanges: new Rows((exchange) => exchange.number, MOST_EXCHANGES),
  findings: new Rows((finding) => [finding.rule, finding.at, finding.requests?.[0], finding.evidence].join(" "), MOST_FINDINGS),
  returns: new Rows((code) => code.id, MOST_PAYMENTS),
  worlds: [],
  clock: null,
  fired: [],
  state: "opening",
  /** Why the sandbox does not say what is asked; null where it does. */
  failure: null,
  /** Whether there are no exchanges before those at hand. */
  noOlder: true,
  /** Rises where something happened to callbacks, faults or the world itself; views read those again. */
  news: { callback: 0, fault: 0, world: 0 },
};

let watchers = [];
let planned = 0;
let stream = null;
let waiting = [];
let reading = 0;
/** Rises with each world that is opened: what was asked for before is not shown. */
let epoch = 0;

/** Whether all lists of this world have been read once. */
let whole = false;

/** Calls a function, at most some times a second, when something has changed. */
export function watch(watcher) {
  watchers = [...watchers, watcher];
  return () => (watchers = watchers.filter((one) => one !== watcher));
}

export function changed() {
  planned ||= setTimeout(() => {
    planned = 0;
    watchers.forEach((watcher) => watcher());
  }, BETWEEN_PICTURES);
}

/** The world's time now, in milliseconds. */
export function worldNow() {
  const { clock } = store;
  if (!clock) {
    return Date.now();
  }
  return clock.mode === "frozen" ? clock.at : clock.at + (performance.now() - clock.read);
}

function setClock(view) {
  store.clock = { ...view, at: Date.parse(view.now), read: performance.now() };
  store.fired = [...(view.fired ?? []), ...store.fired].slice(0, MOST_FIRED);
}

/** Whether the clock was moved or held, and does not just go on: then payments may be in other states. */
function moved(view) {
  const known = store.clock;
  const apart = Math.abs(Date.parse(view.now) - worldNow());
  return !known || view.mode !== known.mode || apart > (view.mode === "frozen" ? 0 : SAME_TIME);
}

/** What the server says of the clock, by an event or as the answer to who moved it; whichever comes first counts. */
export function takeClock(view) {
  const jumped = moved(view);
  setClock(view);
  if (jumped) {
    readPayments();
  }
}

const TAKERS = {
  payment: (payment) => store.payments.put(payment),
  return: (code) => store.returns.put(code),
  exchange: (exchange) => store.exchanges.put(exchange),
  finding: (finding) => store.findings.put(finding),
  callback: () => (store.news.callback += 1),
  fault: () => (store.news.fault += 1),
  clock: takeClock,
  world: (world) => {
    store.news.world += 1;
    readWorlds();
    if (world.name === session.world && world.change !== "deleted") {
      readAll();
    }
  },
  reset: () => readAll(),
};

function take(event) {
  if (reading > 0 && event.type !== "reset") {
    waiting.push(event);
    return;
  }
  TAKERS[event.type]?.(event.data);
  changed();
}

/**
 * Reads something whole; events that come meanwhile are applied after it.
 *
 * @param work gives what is done with the answers; nothing is, where another world was opened meanwhile
 * @return whether it was read
 */
async function read(work) {
  const begun = epoch;
  let done = false;
  reading += 1;
  try {
    const apply = await work();
    if (begun === epoch) {
      apply();
      done = true;
    }
  } catch (problem) {
    if (begun === epoch) {
      store.failure = problem;
    }
  }
  if (begun !== epoch) {
    return false;
  }
  reading -= 1;
  if (done && whole) {
    store.failure = null;
  }
  if (reading === 0) {
    const late = waiting;
    waiting = [];
    late.forEach(take);
  }
  changed();
  return done;
}

async function readWorlds() {
  store.worlds = await worlds().catch(() => store.worlds);
  changed();
}

let again = 0;
let readAt = -BETWEEN_READINGS;

/** @param newestFirst the payments of the world, or the newest ones where there are more than are read at once */
function takePayments(newestFirst) {
  store.payments.replace(newestFirst.reverse(), newestFirst.length < PAYMENTS_AT_ONCE);
}

/** Payments may be in other states than were seen; they are read once a second at most. */
function readPayments() {
  const pause = Math.max(BETWEEN_PICTURES, readAt + BETWEEN_READINGS - performance.now());
  again ||= setTimeout(() => {
    again = 0;
    readAt = performance.now();
    read(async () => {
      const [payments, returns, ...apart] = await Promise.all([
        get(`/payments?limit=${PAYMENTS_AT_ONCE}`),
        get("/returns"),
        ...store.payments.apart().map((id) => one(id).catch(() => null)),
      ]);
      return () => {
        takePayments(payments);
        store.returns.replace(returns.reverse());
        apart.filter((payment) => payment).forEach((payment) => store.payments.pin(payment));
      };
    });
  }, pause);
}

const one = (id) => get(`/payments/${encodeURIComponent(id)}`);

let lookedAt = -BETWEEN_LOOKS;

/** Where time is up for a payment by the page's own count, what became of it is read. */
export function lookAtDue() {
  const now = performance.now();
  const isDue = (payment) => payment.expiresAt && Date.parse(payment.expiresAt) < worldNow();
  if (store.state === "live" && now - lookedAt > BETWEEN_LOOKS && store.payments.all().some(isDue)) {
    lookedAt = now;
    readPayments();
  }
}

function head(exchange) {
  const { headers, body, answer, tls, ...rest } = exchange;
  return rest;
}

async function readAll() {
  const begun = epoch;
  const done = await read(async () => {
    const [clock, payments, returns, exchanges, findings] = await Promise.all([
      get("/clock"),
      get(`/payments?limit=${PAYMENTS_AT_ONCE}`),
      get("/returns"),
      get(`/requests?limit=${EXCHANGES_AT_ONCE}`),
      get("/findings"),
    ]);
    return () => {
      setClock({ ...clock, fired: [] });
      takePayments(payments);
      store.returns.replace(returns.reverse());
      store.exchanges.replace(exchanges.map(head));
      store.noOlder = exchanges.length < EXCHANGES_AT_ONCE;
      store.findings.replace(findings);
      whole = true;
    };
  });
  if (!done && begun === epoch) {
    setTimeout(() => begun === epoch && store.state === "live" && readAll(), BEFORE_AGAIN);
  }
}

/** The page's own count of time stands still while a machine sleeps. */
const readClock = () =>
  read(async () => {
    const clock = await get("/clock");
    return () => setClock({ ...clock, fired: [] });
  });

/** Exchanges before the oldest one at hand. */
export function readOlderExchanges() {
  return read(async () => {
    const oldest = store.exchanges.newestFirst().at(-1)?.number ?? 1;
    const since = Math.max(0, oldest - EXCHANGES_AT_ONCE - 1);
    const older = await get(`/requests?since=${since}&limit=${EXCHANGES_AT_ONCE}`);
    return () => {
      const before = older.filter((exchange) => exchange.number < oldest).map(head);
      store.exchanges.replace([...before, ...store.exchanges.newestFirst().toReversed()].slice(-MOST_EXCHANGES));
      store.noOlder = before.length === 0;
    };
  });
}

/** One payment, where it is not known or its time has come. */
export async function readPayment(id) {
  const begun = epoch;
  const payment = await one(id);
  if (begun === epoch) {
    store.payments.pin(payment);
    changed();
  }
}

/** Begins with a world, in place of the one before. */
export function open(world) {
  stream?.close();
  epoch += 1;
  reading = 0;
  whole = false;
  session.world = world;
  store.payments.clear();
  store.returns.clear();
  store.exchanges.clear();
  store.findings.clear();
  store.fired = [];
  store.clock = null;
  store.state = "opening";
  waiting = [];
  stream = new EventStream({
    event: take,
    opened(resumed) {
      store.state = "live";
      store.failure = null;
      if (resumed && whole) {
        readClock();
      } else {
        readAll();
        readWorlds();
      }
      changed();
    },
    lost(broken) {
      store.state = "lost";
      store.failure = broken instanceof Problem ? broken : null;
      changed();
    },
  });
  changed();
}
