/** Scenarios: a failure with its start, faults and timeline as one file, read with positions and played on a world's clock. */
@NullMarked
package kz.paysandbox.emulator.scenario;

import org.jspecify.annotations.NullMarked;
