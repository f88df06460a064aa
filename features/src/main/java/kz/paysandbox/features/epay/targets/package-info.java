/** Where Halyk ePay is, and the shops that have an account there. */
@NullMarked
package kz.paysandbox.features.epay.targets;

import org.jspecify.annotations.NullMarked;
