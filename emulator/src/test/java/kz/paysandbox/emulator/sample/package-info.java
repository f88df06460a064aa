/** The sample project, built as a stranger builds it. */
@NullMarked
package kz.paysandbox.emulator.sample;

import org.jspecify.annotations.NullMarked;
