/** The verdict whether an integration keeps the banks' written rules: of each rule, and of all together. */
@NullMarked
package kz.paysandbox.emulator.core.readiness;

import org.jspecify.annotations.NullMarked;
