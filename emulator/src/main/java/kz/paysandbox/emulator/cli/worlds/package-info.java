/** Commands about worlds as a whole: made, listed, deleted, taken to files and back. */
@NullMarked
package kz.paysandbox.emulator.cli.worlds;

import org.jspecify.annotations.NullMarked;
