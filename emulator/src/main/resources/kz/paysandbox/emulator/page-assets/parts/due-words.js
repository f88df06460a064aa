// What falls due, in words: as it happened, or as it is yet to come.

import { named } from "../core/language.js";

/**
 * @param what the kind of what is due
 * @param isComing whether it is yet to come
 */
export function dueWords(what, isComing) {
  const words = named(`due.${what}`, what);
  return isComing ? named(`next.${what}`, words) : words;
}
