/** The page in a real browser: whole stories, every view at every width, language and light. */
@NullMarked
package kz.paysandbox.emulator.page.browser;

import org.jspecify.annotations.NullMarked;
