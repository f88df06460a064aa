/** Tests of settings, start and command line. */
@NullMarked
package kz.paysandbox.gateway.boot;

import org.jspecify.annotations.NullMarked;
