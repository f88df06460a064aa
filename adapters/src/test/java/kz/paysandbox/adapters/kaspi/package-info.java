/** Tests of Kaspi's clients against messages transcribed from the bank's document and from captures. */
@NullMarked
package kz.paysandbox.adapters.kaspi;

import org.jspecify.annotations.NullMarked;
