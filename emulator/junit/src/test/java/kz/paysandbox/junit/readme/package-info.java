/** The README's Java, run as it is printed. */
@NullMarked
package kz.paysandbox.junit.readme;

import org.jspecify.annotations.NullMarked;
