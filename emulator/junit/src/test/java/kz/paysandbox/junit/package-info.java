/** The JUnit extension, run by JUnit's own test kit, and the sandbox's process, shared with other programs. */
@NullMarked
package kz.paysandbox.junit;

import org.jspecify.annotations.NullMarked;
