// Which bank a payment is of, and by which of its schemes it was asked for.

import { t } from "../core/language.js";

export const bankWords = (payment) => [t(`bank.${payment.bank}`), payment.scheme].filter(Boolean).join(" ");
