/** Tests of who may call. */
@NullMarked
package kz.paysandbox.gateway.http.access;

import org.jspecify.annotations.NullMarked;
