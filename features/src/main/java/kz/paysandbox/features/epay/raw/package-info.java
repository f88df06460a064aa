/** Halyk ePay by the suite's own HTTP. */
@NullMarked
package kz.paysandbox.features.epay.raw;

import org.jspecify.annotations.NullMarked;
