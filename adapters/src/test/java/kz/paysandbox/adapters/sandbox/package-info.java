/** Every operation of every client against a sandbox in another process, as a program of a shop meets it. */
@NullMarked
package kz.paysandbox.adapters.sandbox;

import org.jspecify.annotations.NullMarked;
