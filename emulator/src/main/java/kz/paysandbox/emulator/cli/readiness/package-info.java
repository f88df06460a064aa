/** Reports whether an application is ready: by rule, with those that are accepted, and the formats that other tools read. */
@NullMarked
package kz.paysandbox.emulator.cli.readiness;

import org.jspecify.annotations.NullMarked;
