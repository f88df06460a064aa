/** Tests of misbehaviour as data. */
package kz.paysandbox.emulator.core.faults;
