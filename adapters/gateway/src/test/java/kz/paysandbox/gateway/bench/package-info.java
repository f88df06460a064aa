/** What the gateway costs, measured beside the adapters in one run. */
@NullMarked
package kz.paysandbox.gateway.bench;

import org.jspecify.annotations.NullMarked;
