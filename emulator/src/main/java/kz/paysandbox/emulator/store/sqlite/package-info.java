/** Worlds in an SQLite file, for one process. */
@NullMarked
package kz.paysandbox.emulator.store.sqlite;

import org.jspecify.annotations.NullMarked;
