/** What banks bring to the suite. */
@NullMarked
package kz.paysandbox.features.bank;

import org.jspecify.annotations.NullMarked;
