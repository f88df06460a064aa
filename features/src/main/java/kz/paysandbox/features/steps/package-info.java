/** The sentences of the scenarios, in Russian and in English. */
@NullMarked
package kz.paysandbox.features.steps;

import org.jspecify.annotations.NullMarked;
