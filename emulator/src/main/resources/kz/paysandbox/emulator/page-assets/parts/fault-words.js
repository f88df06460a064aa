// A fault of a world as a sentence: which calls it meets, and what happens to them.

import { milliseconds } from "../core/format.js";
import { t } from "../core/language.js";

/** What an effect's members mean, each with the words of the catalogue's name for it. */
const EFFECTS = {
  statusCode: (number) => t("fault.status-code=N").replace("N", number),
  reasonCode: (number) => t("fault.reason-code=N").replace("N", number),
  http: (number) => t("fault.http=N").replace("N", number),
  drop: (when) => t(`fault.drop-${when}`),
  reset: () => t("fault.reset"),
  body: (damage) => t(`fault.${damage}`),
  slow: ({ bytesPerSecond }) => t("fault.slow-by", bytesPerSecond),
  delay: (duration) => t("fault.delay-by", milliseconds(duration) / 1000),
  handshake: () => t("fault.handshake"),
  replace: (members) => t("fault.replace", Object.entries(members).map(([name, value]) => `${name} = ${value}`).join(", ")),
};

const CONDITIONS = {
  nth: (number) => t("fault.only-nth", number),
  share: (share) => t("fault.only-share", Math.round(share * 100)),
  bin: (bin) => t("fault.only", "BIN", bin),
  amount: (amount) => t("fault.only", t("payment.refund-sum"), amount),
  phone: (phone) => t("fault.only", t("payment.phone"), phone),
};

const words = (table, record) =>
  Object.entries(record)
    .filter(([name]) => table[name])
    .map(([name, value]) => table[name](value));

export const meets = (when) => [t("fault.calls", when.endpoint), ...words(CONDITIONS, when)].join(", ");

export const happens = (then) => words(EFFECTS, then).join("; ");

/** The fault as the control surface has it. */
export const raw = (record) =>
  Object.entries(record)
    .map(([name, value]) => `${name}: ${typeof value === "object" ? JSON.stringify(value) : value}`)
    .join(", ");
