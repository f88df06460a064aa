/** Rules of the bank's pages about callers, each looking once at every call and delivery as it passes. */
@NullMarked
package kz.paysandbox.emulator.epay.rules;

import org.jspecify.annotations.NullMarked;
