/** Worlds that outlive the process: what changes in them is written to a database, and read at the next start. */
@NullMarked
package kz.paysandbox.emulator.store;

import org.jspecify.annotations.NullMarked;
