/** Tests of the database of a shop. */
@NullMarked
package kz.paysandbox.adapters.merchant.store;

import org.jspecify.annotations.NullMarked;
