/** Commands about worlds as a whole. */
@NullMarked
package kz.paysandbox.emulator.cli.worlds;

import org.jspecify.annotations.NullMarked;
