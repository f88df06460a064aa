/** Rules of the document about callers over time, each looking once at every call as it passes. */
@NullMarked
package kz.paysandbox.emulator.kaspi.rules;

import org.jspecify.annotations.NullMarked;
