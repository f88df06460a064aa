/** Reports of findings: which are accepted and why, and the formats that other tools read. */
@NullMarked
package kz.paysandbox.emulator.cli.findings;

import org.jspecify.annotations.NullMarked;
