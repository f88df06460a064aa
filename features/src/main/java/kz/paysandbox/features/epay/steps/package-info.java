/** The sentences about Halyk ePay. */
@NullMarked
package kz.paysandbox.features.epay.steps;

import org.jspecify.annotations.NullMarked;
