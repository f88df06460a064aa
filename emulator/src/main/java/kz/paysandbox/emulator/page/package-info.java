/** The sandbox in a browser: the files of the page, served from the jar on the control surface's port. */
@NullMarked
package kz.paysandbox.emulator.page;

import org.jspecify.annotations.NullMarked;
