/** Kaspi Pay's payments, returns, devices and trade points as pure values. */
@NullMarked
package kz.paysandbox.emulator.kaspi.domain;

import org.jspecify.annotations.NullMarked;
