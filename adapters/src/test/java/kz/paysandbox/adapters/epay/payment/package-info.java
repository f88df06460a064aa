/** Tests of what calls take and give. */
@NullMarked
package kz.paysandbox.adapters.epay.payment;

import org.jspecify.annotations.NullMarked;
