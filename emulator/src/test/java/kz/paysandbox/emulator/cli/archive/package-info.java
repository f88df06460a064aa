/** The archive of class data, made, used, damaged and made anew. */
@NullMarked
package kz.paysandbox.emulator.cli.archive;

import org.jspecify.annotations.NullMarked;
