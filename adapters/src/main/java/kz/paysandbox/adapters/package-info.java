/** Clients of Kaspi Pay and Halyk ePay. */
@NullMarked
package kz.paysandbox.adapters;

import org.jspecify.annotations.NullMarked;
