/** Answers of the control surface: one record for each, written as JSON member by member in the record's order. */
@NullMarked
package kz.paysandbox.emulator.control.view;

import org.jspecify.annotations.NullMarked;
