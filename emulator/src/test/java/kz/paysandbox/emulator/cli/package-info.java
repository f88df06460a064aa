/** The command line against a sandbox in the same process, and QA's guide run line by line. */
@NullMarked
package kz.paysandbox.emulator.cli;

import org.jspecify.annotations.NullMarked;
