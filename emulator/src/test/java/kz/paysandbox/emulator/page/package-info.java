/** The page's files, as a browser asks for them. */
@NullMarked
package kz.paysandbox.emulator.page;

import org.jspecify.annotations.NullMarked;
