/** What an online shop can ask of Halyk ePay, whichever way it is asked. */
@NullMarked
package kz.paysandbox.features.epay.driver;

import org.jspecify.annotations.NullMarked;
