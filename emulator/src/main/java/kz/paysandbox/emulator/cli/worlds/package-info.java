/** The command that lists worlds and takes them to files and back. */
@NullMarked
package kz.paysandbox.emulator.cli.worlds;

import org.jspecify.annotations.NullMarked;
