/** The archive of class data by which the JVM starts the sandbox sooner: where it is, what it is of, how it is made. */
@NullMarked
package kz.paysandbox.emulator.cli.archive;

import org.jspecify.annotations.NullMarked;
