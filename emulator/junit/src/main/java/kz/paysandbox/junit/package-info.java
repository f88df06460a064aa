/**
 * The sandbox in tests: {@link kz.paysandbox.junit.Sandbox} for JUnit Jupiter, {@link kz.paysandbox.junit.SandboxServer}
 * for everything else. The sandbox runs in a process of its own, so nothing of it is on the class path of a test.
 */
@NullMarked
package kz.paysandbox.junit;

import org.jspecify.annotations.NullMarked;
