/** Tests of the HTTP side. */
@NullMarked
package kz.paysandbox.gateway.http;

import org.jspecify.annotations.NullMarked;
