/** Plain data that every room may hold, and that knows none of them. */
@NullMarked
package kz.paysandbox.emulator.core.data;

import org.jspecify.annotations.NullMarked;
