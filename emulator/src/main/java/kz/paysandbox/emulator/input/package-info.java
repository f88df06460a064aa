/** The one reader of what people type: shapes that know places, suggestions and bounds, and that emit JSON Schema. */
@NullMarked
package kz.paysandbox.emulator.input;

import org.jspecify.annotations.NullMarked;
