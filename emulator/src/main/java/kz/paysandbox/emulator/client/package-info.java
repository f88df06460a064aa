/** A client of the control surface for the command line and for tests: plain HTTP, one world. */
@NullMarked
package kz.paysandbox.emulator.client;

import org.jspecify.annotations.NullMarked;
