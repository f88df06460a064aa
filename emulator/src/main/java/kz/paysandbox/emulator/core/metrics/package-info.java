/** What the server counts, without the library that writes it down. */
@NullMarked
package kz.paysandbox.emulator.core.metrics;

import org.jspecify.annotations.NullMarked;
