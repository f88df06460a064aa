/** Tests of domain. */
@NullMarked
package kz.paysandbox.emulator.epay.domain;

import org.jspecify.annotations.NullMarked;
