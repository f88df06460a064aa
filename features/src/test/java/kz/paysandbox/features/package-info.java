/** Runs the suite in process, and holds its tags against the tables. */
@NullMarked
package kz.paysandbox.features;

import org.jspecify.annotations.NullMarked;
