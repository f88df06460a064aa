/** JSON as RFC 8259 has it. */
@NullMarked
package kz.paysandbox.junit.json;

import org.jspecify.annotations.NullMarked;
