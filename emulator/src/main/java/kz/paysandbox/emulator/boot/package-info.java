/** The composition root: the list of banks, and what starts and ends with a server. */
@NullMarked
package kz.paysandbox.emulator.boot;

import org.jspecify.annotations.NullMarked;
