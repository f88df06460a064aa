/** What people read in another language than English: files of phrases, read when they are first asked for. */
@NullMarked
package kz.paysandbox.emulator.language;

import org.jspecify.annotations.NullMarked;
