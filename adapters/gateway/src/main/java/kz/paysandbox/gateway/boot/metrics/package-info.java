/** What Prometheus reads. */
@NullMarked
package kz.paysandbox.gateway.boot.metrics;

import org.jspecify.annotations.NullMarked;
