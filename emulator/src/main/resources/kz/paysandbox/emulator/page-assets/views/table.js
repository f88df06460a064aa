// Every view of the page: its name in the address (its title is the text of that name), and where its module is.

export const VIEWS = [
  { id: "payments", module: () => import("./payments.js") },
  { id: "exchanges", module: () => import("./exchanges.js") },
  { id: "findings", module: () => import("./findings.js") },
  { id: "trouble", module: () => import("./trouble.js") },
  { id: "clock", module: () => import("./clock.js") },
  { id: "callbacks", module: () => import("./callbacks.js") },
  { id: "worlds", module: () => import("./worlds.js") },
  { id: "switches", module: () => import("./switches.js") },
];
