/** The sentences about Kaspi Pay. */
@NullMarked
package kz.paysandbox.features.kaspi.steps;

import org.jspecify.annotations.NullMarked;
