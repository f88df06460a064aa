/** Halyk's messages, named as on the bank's pages; nothing here decides anything. */
@NullMarked
package kz.paysandbox.adapters.epay.wire;

import org.jspecify.annotations.NullMarked;
