/** Shops and their access tokens. */
@NullMarked
package kz.paysandbox.emulator.epay.domain.tokens;

import org.jspecify.annotations.NullMarked;
