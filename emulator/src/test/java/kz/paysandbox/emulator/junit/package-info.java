/** The JUnit extension, run by JUnit's own test kit. */
@NullMarked
package kz.paysandbox.emulator.junit;

import org.jspecify.annotations.NullMarked;
