/** Tests of what is kept outside the process. */
@NullMarked
package kz.paysandbox.emulator.store;

import org.jspecify.annotations.NullMarked;
