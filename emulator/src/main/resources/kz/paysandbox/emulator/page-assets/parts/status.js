// What a status means: its words and its tone; those of both banks.

import { html } from "/assets/lib/lit-html.js";
import { named } from "../core/language.js";

const TONES = {
  QrTokenCreated: "wait",
  RemotePaymentCreated: "wait",
  Wait: "active",
  Processed: "good",
  Error: "bad",
  RemotePaymentCanceled: "off",
  NEW: "wait",
  "3D": "active",
  FINGERPRINT: "active",
  AUTH: "hold",
  CHARGE: "good",
  VERIFIED: "good",
  REFUND: "hold",
  CANCEL: "off",
  CANCEL_OLD: "off",
  REJECT: "bad",
  FAILED: "bad",
};

export const STATUSES = Object.keys(TONES);

/** Whether the customer or time has still something to do. */
export const isOpen = (status) => ["wait", "active"].includes(TONES[status]);

export const statusWords = (status) => named(`status.${status}`, status);

export const statusTone = (status) => TONES[status] ?? "off";

export const statusChip = (status) =>
  html`<span class="chip" data-tone=${statusTone(status)} data-status=${status} title=${status}>${statusWords(status)}</span>`;
