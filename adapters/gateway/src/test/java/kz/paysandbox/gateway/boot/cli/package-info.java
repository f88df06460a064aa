/** Tests of the command line. */
@NullMarked
package kz.paysandbox.gateway.boot.cli;

import org.jspecify.annotations.NullMarked;
