/** What a bank brings to the suite, and what the suite gives it: settings, needs, the sandbox's control surface. */
@NullMarked
package kz.paysandbox.features.bank;

import org.jspecify.annotations.NullMarked;
