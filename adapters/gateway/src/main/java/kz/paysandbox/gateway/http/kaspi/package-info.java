/** The rows of families A, B and C: payments of Kaspi. */
@NullMarked
package kz.paysandbox.gateway.http.kaspi;

import org.jspecify.annotations.NullMarked;
