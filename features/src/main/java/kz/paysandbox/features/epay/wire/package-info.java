/** The wire format of Halyk ePay. */
@NullMarked
package kz.paysandbox.features.epay.wire;

import org.jspecify.annotations.NullMarked;
