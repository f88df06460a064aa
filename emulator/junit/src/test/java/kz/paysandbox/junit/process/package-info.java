/** The sandbox's jar, its folders, and programs that share it and die. */
@NullMarked
package kz.paysandbox.junit.process;

import org.jspecify.annotations.NullMarked;
