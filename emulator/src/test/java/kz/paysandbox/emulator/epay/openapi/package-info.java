/** The OpenAPI document of Halyk ePay against the table, the names, the settings and the answers of the sandbox. */
@NullMarked
package kz.paysandbox.emulator.epay.openapi;

import org.jspecify.annotations.NullMarked;
