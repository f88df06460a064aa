/** The hosted payment page, the widget's script and the issuer's page: templates, texts in three languages, assets. */
@NullMarked
package kz.paysandbox.emulator.epay.payform;

import org.jspecify.annotations.NullMarked;
