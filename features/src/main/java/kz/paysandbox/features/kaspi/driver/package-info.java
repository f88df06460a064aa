/** What a shop can ask of Kaspi Pay, whichever way it is asked. */
@NullMarked
package kz.paysandbox.features.kaspi.driver;

import org.jspecify.annotations.NullMarked;
