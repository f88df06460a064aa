/** Addresses of this machine, and what this sandbox listens on. */
@NullMarked
package kz.paysandbox.emulator.core.net;

import org.jspecify.annotations.NullMarked;
