/** Tests of the use cases, over H2 and a scripted bank. */
@NullMarked
package kz.paysandbox.gateway.pay;

import org.jspecify.annotations.NullMarked;
