/** Where Kaspi Pay is, and what the shop proves itself with. */
@NullMarked
package kz.paysandbox.features.kaspi.targets;

import org.jspecify.annotations.NullMarked;
