/** What of a message is secret, and how it is shown without its secrets. */
@NullMarked
package kz.paysandbox.emulator.core.secrets;

import org.jspecify.annotations.NullMarked;
