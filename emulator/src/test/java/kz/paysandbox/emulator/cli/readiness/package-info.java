@NullMarked
package kz.paysandbox.emulator.cli.readiness;

import org.jspecify.annotations.NullMarked;
