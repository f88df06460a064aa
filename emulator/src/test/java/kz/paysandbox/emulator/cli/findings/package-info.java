/** Reports of findings. */
@NullMarked
package kz.paysandbox.emulator.cli.findings;

import org.jspecify.annotations.NullMarked;
