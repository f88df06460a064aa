/** Tests of shops and log on H2 and on a real PostgreSQL. */
@NullMarked
package kz.paysandbox.adapters.merchant;

import org.jspecify.annotations.NullMarked;
