/** The settings of a server: one table of names, defaults and evidence, and where each value came from. */
@NullMarked
package kz.paysandbox.emulator.core.settings;

import org.jspecify.annotations.NullMarked;
