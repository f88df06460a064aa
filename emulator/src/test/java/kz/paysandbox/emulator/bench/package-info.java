/** The benchmark: this sandbox beside a bare Javalin with the same listeners, as ratios of one run. */
@NullMarked
package kz.paysandbox.emulator.bench;

import org.jspecify.annotations.NullMarked;
