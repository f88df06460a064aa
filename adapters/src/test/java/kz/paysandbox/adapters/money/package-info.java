/** Tests of amounts and of the three answers. */
@NullMarked
package kz.paysandbox.adapters.money;

import org.jspecify.annotations.NullMarked;
