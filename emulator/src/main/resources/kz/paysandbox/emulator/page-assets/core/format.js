// Sums, instants and spans as people read them.

import { language } from "./language.js";

/** Browsers know little Kazakh ("2026 M11 27"): its numbers are written as in Russian, its months as numbers. */
const TAGS = { ru: "ru-KZ", kk: "ru-KZ", en: "en-GB" };
const month = (name) => (language() === "kk" ? "2-digit" : name);
const made = new Map();

function format(kind, options) {
  const key = language() + kind + JSON.stringify(options);
  if (!made.has(key)) {
    made.set(key, new Intl[kind](TAGS[language()], options));
  }
  return made.get(key);
}

/** With a thin space between thousands and its currency's sign. */
export function sum(amount, currency) {
  const digits = Number.isInteger(amount) ? 0 : 2;
  const number = format("NumberFormat", { minimumFractionDigits: digits, maximumFractionDigits: 2 }).format(amount);
  return `${number}\u00a0${currency === "KZT" ? "₸" : currency}`;
}

export const count = (number) => format("NumberFormat", {}).format(number);

/** The time of day, and the day where it is another than the one of `now`. */
export function instant(at, now) {
  const date = new Date(at);
  const time = format("DateTimeFormat", { hour: "2-digit", minute: "2-digit", second: "2-digit", hourCycle: "h23" }).format(date);
  const sameDay = new Date(now).toDateString() === date.toDateString();
  return sameDay ? time : `${format("DateTimeFormat", { day: "numeric", month: month("short"), year: "numeric" }).format(date)}, ${time}`;
}

export const day = (at) =>
  format("DateTimeFormat", { day: "numeric", month: month("long"), year: "numeric" }).format(new Date(at));

/** As 2:41, 1:02:03 or 3 d 4:00:00, of milliseconds; nothing is before 0:00. */
export function span(milliseconds, dayWord) {
  const seconds = Math.max(0, Math.ceil(milliseconds / 1000));
  const days = Math.floor(seconds / 86_400);
  const hours = Math.floor((seconds % 86_400) / 3_600);
  const minutes = Math.floor((seconds % 3_600) / 60);
  const two = (number) => String(number).padStart(2, "0");
  const clock = hours > 0 || days > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
  return days > 0 ? `${days} ${dayWord} ${clock}` : clock;
}

/** Milliseconds of an ISO 8601 duration of at most hours, as PT1M5.5S. */
export function milliseconds(duration) {
  const parts = /^PT(?:(\d+)H)?(?:(\d+)M)?(?:([\d.]+)S)?$/.exec(duration ?? "");
  return parts ? ((Number(parts[1] ?? 0) * 60 + Number(parts[2] ?? 0)) * 60 + Number(parts[3] ?? 0)) * 1000 : 0;
}

/** A JSON text with its members on lines of their own; any other text as it is. */
export function pretty(text) {
  try {
    return /^\s*[[{]/.test(text) ? JSON.stringify(JSON.parse(text), null, 2) : text;
  } catch {
    return text;
  }
}
