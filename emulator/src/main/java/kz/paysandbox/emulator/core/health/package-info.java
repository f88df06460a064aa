/** What must be so before a server can be used. */
@NullMarked
package kz.paysandbox.emulator.core.health;

import org.jspecify.annotations.NullMarked;
