/** Halyk's callbacks in the shop's database: done when the shop has acted, tried again until the bank confirms them. */
@NullMarked
package kz.paysandbox.adapters.merchant.callback;

import org.jspecify.annotations.NullMarked;
