/** What callers can make a sandbox hold: each part filled to its limit, and real processes with small heaps. */
@NullMarked
package kz.paysandbox.emulator.memory;

import org.jspecify.annotations.NullMarked;
