/** Messages transcribed from the bank's document, and how answers are held against them. */
@NullMarked
package kz.paysandbox.features.golden;

import org.jspecify.annotations.NullMarked;
