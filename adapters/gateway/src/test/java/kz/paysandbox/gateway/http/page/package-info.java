/** Tests of pages, some in a real browser. */
@NullMarked
package kz.paysandbox.gateway.http.page;

import org.jspecify.annotations.NullMarked;
