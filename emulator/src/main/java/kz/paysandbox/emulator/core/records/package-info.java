/** Immutable values by key, each replaced as a whole: what the banks' parts of a world are made of. */
@NullMarked
package kz.paysandbox.emulator.core.records;

import org.jspecify.annotations.NullMarked;
