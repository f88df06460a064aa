/** What the black-box tests share: a running sandbox, clients of its listeners, foreign programs. */
@NullMarked
package kz.paysandbox.emulator.blackbox.support;

import org.jspecify.annotations.NullMarked;
