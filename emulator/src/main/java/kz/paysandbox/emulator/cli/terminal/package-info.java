/** What every command has: exit codes, what it prints, and the running sandbox that it asks. */
@NullMarked
package kz.paysandbox.emulator.cli.terminal;

import org.jspecify.annotations.NullMarked;
