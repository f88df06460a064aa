/** Kaspi's messages, named as in the bank's document; nothing here decides anything. */
@NullMarked
package kz.paysandbox.adapters.kaspi.wire;

import org.jspecify.annotations.NullMarked;
