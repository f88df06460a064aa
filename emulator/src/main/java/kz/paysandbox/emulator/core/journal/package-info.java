/** What was asked and answered in a world, and where the caller left the bank's written rules. */
@NullMarked
package kz.paysandbox.emulator.core.journal;

import org.jspecify.annotations.NullMarked;
