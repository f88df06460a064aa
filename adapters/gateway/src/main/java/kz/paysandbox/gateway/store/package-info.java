/** The gateway's tables, over the adapters' database; each method takes part in the transaction of its caller. */
@NullMarked
package kz.paysandbox.gateway.store;

import org.jspecify.annotations.NullMarked;
