/** Worlds in a PostgreSQL database, which several nodes share, and which node owns them. */
@NullMarked
package kz.paysandbox.emulator.store.postgres;

import org.jspecify.annotations.NullMarked;
