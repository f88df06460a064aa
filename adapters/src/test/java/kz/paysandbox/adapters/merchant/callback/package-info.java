/** Tests of callbacks on H2 and on a real PostgreSQL. */
@NullMarked
package kz.paysandbox.adapters.merchant.callback;

import org.jspecify.annotations.NullMarked;
