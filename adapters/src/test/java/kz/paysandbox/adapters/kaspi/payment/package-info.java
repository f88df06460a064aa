/** Tests of what calls take and give. */
@NullMarked
package kz.paysandbox.adapters.kaspi.payment;

import org.jspecify.annotations.NullMarked;
