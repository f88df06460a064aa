/** The command line: settings in, a running sandbox out. */
@NullMarked
package kz.paysandbox.emulator.cli;

import org.jspecify.annotations.NullMarked;
