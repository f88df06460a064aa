/** Commands that start a sandbox or look at the machine it starts on: up, env, doctor, and the settings that they take. */
@NullMarked
package kz.paysandbox.emulator.cli.start;

import org.jspecify.annotations.NullMarked;
