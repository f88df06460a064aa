/** Halyk's callbacks: an open door, through which nothing is believed before the bank itself has said it. */
@NullMarked
package kz.paysandbox.gateway.callback;

import org.jspecify.annotations.NullMarked;
