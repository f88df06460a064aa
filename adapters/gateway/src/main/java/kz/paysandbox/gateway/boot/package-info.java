/** The composition root: settings, command line, the rooms put together, metrics. */
@NullMarked
package kz.paysandbox.gateway.boot;

import org.jspecify.annotations.NullMarked;
