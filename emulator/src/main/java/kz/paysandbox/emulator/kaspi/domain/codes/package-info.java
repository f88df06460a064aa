/** StatusCodes of the document, and why a call is refused. */
@NullMarked
package kz.paysandbox.emulator.kaspi.domain.codes;

import org.jspecify.annotations.NullMarked;
