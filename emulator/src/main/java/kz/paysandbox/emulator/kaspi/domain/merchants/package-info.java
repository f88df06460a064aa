/** Organisations, their trade points and devices. */
@NullMarked
package kz.paysandbox.emulator.kaspi.domain.merchants;

import org.jspecify.annotations.NullMarked;
