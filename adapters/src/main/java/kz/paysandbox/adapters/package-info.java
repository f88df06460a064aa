/** Clients of Kaspi Pay and Halyk ePay, and the switch between sandbox, test stand and production. */
@NullMarked
package kz.paysandbox.adapters;

import org.jspecify.annotations.NullMarked;
