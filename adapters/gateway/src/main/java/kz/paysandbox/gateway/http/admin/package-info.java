/** The rows of {@code /admin}: tills, tokens, the audit, what a person must settle, and where shops are told. */
@NullMarked
package kz.paysandbox.gateway.http.admin;

import org.jspecify.annotations.NullMarked;
