/** Halyk ePay as a bank of the suite. */
@NullMarked
package kz.paysandbox.features.epay;

import org.jspecify.annotations.NullMarked;
