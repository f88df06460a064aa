/** The sample projects, built as a stranger builds them. */
@NullMarked
package kz.paysandbox.junit.sample;

import org.jspecify.annotations.NullMarked;
