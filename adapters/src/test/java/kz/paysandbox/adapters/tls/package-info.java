/** Tests of identity and trust, with certificates made on the spot. */
@NullMarked
package kz.paysandbox.adapters.tls;

import org.jspecify.annotations.NullMarked;
