/** The one room that knows Javalin and Jetty: listeners, rows, calls and replies. */
@NullMarked
package kz.paysandbox.emulator.http;

import org.jspecify.annotations.NullMarked;
