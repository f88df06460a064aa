// What the page knows of one world: read once, then kept up to date by the stream of events.

import { Problem, get, session, worlds } from "./api.js";
import { EventStream } from "./events.js";
import { Rows } from "./rows.js";

const MOST_PAYMENTS = 2_000;
const MOST_EXCHANGES = 10_000;
const MOST_FINDINGS = 2_000;
const MOST_FIRED = 50;
const EXCHANGES_AT_ONCE = 1_000;
const BETWEEN_PICTURES = 120;
const BETWEEN_LOOKS = 3_000;

export const store = {
  payments: new Rows((payment) => payment.id, (payment) => payment.history[0]?.at ?? "", MOST_PAYMENTS),
  exchanges: new Rows((exchange) => exchange.number, (exchange) => exchange.number, MOST_EXCHANGES),
  findings: new Rows((finding) => `${finding.rule} ${finding.at} ${finding.requests?.[0]}`, (finding) => finding.at, MOST_FINDINGS),
  returns: new Rows((code) => code.id, (code) => code.at, MOST_PAYMENTS),
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

/** Calls a function, at most some times a second, when something has changed. */
export function watch(watcher) {
  watchers = [...watchers, watcher];
  return () => {
    watchers = watchers.filter((one) => one !== watcher);
  };
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

export function takeClock(view) {
  store.clock = { ...view, at: Date.parse(view.now), read: performance.now() };
  store.fired = [...(view.fired ?? []), ...store.fired].slice(0, MOST_FIRED);
}

const TAKERS = {
  payment: (payment) => store.payments.put(payment),
  return: (code) => store.returns.put(code),
  exchange: (exchange) => store.exchanges.put(exchange),
  finding: (finding) => store.findings.put(finding),
  callback: () => (store.news.callback += 1),
  fault: () => (store.news.fault += 1),
  clock: (clock) => {
    takeClock(clock);
    readPayments();
  },
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

/** Reads something whole; events that come meanwhile are applied after it. */
async function read(work) {
  reading += 1;
  try {
    await work();
    store.failure = null;
  } catch (problem) {
    store.failure = problem;
  } finally {
    reading -= 1;
  }
  if (reading === 0) {
    const late = waiting;
    waiting = [];
    late.forEach(take);
  }
  changed();
}

async function readWorlds() {
  store.worlds = await worlds().catch(() => store.worlds);
  changed();
}

let again = 0;

/** After the clock moved, payments may be in other states. */
function readPayments() {
  again ||= setTimeout(() => {
    again = 0;
    read(async () => {
      const [payments, returns] = await Promise.all([get("/payments?limit=1000"), get("/returns")]);
      store.payments.replace(payments.reverse());
      store.returns.replace(returns.reverse());
    });
  }, BETWEEN_PICTURES);
}

let lookedAt = -BETWEEN_LOOKS;

/** Where time is up for a payment by the page's own count, what became of it is read. */
export function lookAtDue() {
  const now = performance.now();
  const isDue = (payment) => payment.expiresAt && Date.parse(payment.expiresAt) < worldNow();
  if (store.state === "live" && now - lookedAt > BETWEEN_LOOKS && store.payments.newestFirst().some(isDue)) {
    lookedAt = now;
    readPayments();
  }
}

function head(exchange) {
  const { headers, body, answer, tls, ...rest } = exchange;
  return rest;
}

function readAll() {
  return read(async () => {
    const [clock, payments, returns, exchanges, findings] = await Promise.all([
      get("/clock"),
      get("/payments?limit=1000"),
      get("/returns"),
      get(`/requests?limit=${EXCHANGES_AT_ONCE}`),
      get("/findings"),
    ]);
    takeClock({ ...clock, fired: [] });
    store.payments.replace(payments.reverse());
    store.returns.replace(returns.reverse());
    store.exchanges.replace(exchanges.map(head));
    store.noOlder = exchanges.length < EXCHANGES_AT_ONCE;
    store.findings.replace(findings);
  });
}

/** Exchanges before the oldest one at hand. */
export async function readOlderExchanges() {
  const known = store.exchanges.newestFirst();
  const oldest = known.at(-1)?.number ?? 1;
  const older = await get(`/requests?since=${Math.max(0, oldest - EXCHANGES_AT_ONCE - 1)}&limit=${EXCHANGES_AT_ONCE}`);
  const before = older.filter((exchange) => exchange.number < oldest).map(head);
  store.exchanges.replace([...before, ...known.toReversed()].slice(-MOST_EXCHANGES));
  store.noOlder = before.length === 0;
  changed();
}

/** One payment, where it is not known or its time has come. */
export async function readPayment(id) {
  store.payments.put(await get(`/payments/${encodeURIComponent(id)}`));
  changed();
}

/** Begins with a world, in place of the one before. */
export function open(world) {
  stream?.close();
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
      if (!resumed) {
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
