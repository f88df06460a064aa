/** Tests of the ePay client against messages transcribed from the bank's pages and from clients in production. */
@NullMarked
package kz.paysandbox.adapters.epay;

import org.jspecify.annotations.NullMarked;
