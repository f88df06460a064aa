@org.jspecify.annotations.NullMarked
package kz.paysandbox.emulator.input;
