/** The README's tables are the code's, and its commands work. */
@NullMarked
package kz.paysandbox.emulator.readme;

import org.jspecify.annotations.NullMarked;
