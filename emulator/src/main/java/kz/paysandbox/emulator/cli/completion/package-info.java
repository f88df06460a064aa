/** Scripts by which shells complete the words of a command line. */
@NullMarked
package kz.paysandbox.emulator.cli.completion;

import org.jspecify.annotations.NullMarked;
