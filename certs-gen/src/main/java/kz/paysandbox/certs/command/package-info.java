/** The command line {@code certs}: composition root of this module, the only place that takes the machine's clock. */
@NullMarked
package kz.paysandbox.certs.command;

import org.jspecify.annotations.NullMarked;
