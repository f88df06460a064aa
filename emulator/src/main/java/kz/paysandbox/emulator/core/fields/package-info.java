/** A request's named values, read without regard to case and with every deviation from the document remembered. */
@NullMarked
package kz.paysandbox.emulator.core.fields;

import org.jspecify.annotations.NullMarked;
