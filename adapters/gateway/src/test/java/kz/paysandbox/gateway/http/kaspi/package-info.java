/** Tests of families A, B and C. */
@NullMarked
package kz.paysandbox.gateway.http.kaspi;

import org.jspecify.annotations.NullMarked;
