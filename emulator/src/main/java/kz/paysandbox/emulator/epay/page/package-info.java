/** Handlers of the hosted payment page, the widget and the issuer's page. */
@NullMarked
package kz.paysandbox.emulator.epay.page;

import org.jspecify.annotations.NullMarked;
