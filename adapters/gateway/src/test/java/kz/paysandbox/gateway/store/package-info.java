/** Tests of the tables. */
@NullMarked
package kz.paysandbox.gateway.store;

import org.jspecify.annotations.NullMarked;
