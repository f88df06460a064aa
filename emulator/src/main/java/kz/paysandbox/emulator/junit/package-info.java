/** The JUnit Jupiter extension: one sandbox for all tests of a JVM, a world for each test. */
@NullMarked
package kz.paysandbox.emulator.junit;

import org.jspecify.annotations.NullMarked;
