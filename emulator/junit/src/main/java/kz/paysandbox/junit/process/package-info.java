/**
 * The sandbox's process: its jar, its folders, its start, and who uses it. Not for applications: it may change. Use
 * {@link kz.paysandbox.junit.SandboxServer}.
 */
@NullMarked
package kz.paysandbox.junit.process;

import org.jspecify.annotations.NullMarked;
