/** No fault and no retry creates or loses money, whatever calls come in whatever order. */
@NullMarked
package kz.paysandbox.emulator.money;

import org.jspecify.annotations.NullMarked;
