/** The customer of an online shop at his browser, which knows no driver. */
@NullMarked
package kz.paysandbox.features.browser;

import org.jspecify.annotations.NullMarked;
