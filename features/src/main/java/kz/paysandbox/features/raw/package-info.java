/** The driver that speaks the bank's wire format by itself. */
@NullMarked
package kz.paysandbox.features.raw;

import org.jspecify.annotations.NullMarked;
