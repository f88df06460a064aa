/** Tests of {@code /admin}. */
@NullMarked
package kz.paysandbox.gateway.http.admin;

import org.jspecify.annotations.NullMarked;
