/** JSON read and written without a library, for the control surface. Not for applications: it may change. */
@NullMarked
package kz.paysandbox.junit.json;

import org.jspecify.annotations.NullMarked;
