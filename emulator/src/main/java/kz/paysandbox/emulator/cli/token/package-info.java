/** Commands about the tokens of persons and pipelines. */
@NullMarked
package kz.paysandbox.emulator.cli.token;

import org.jspecify.annotations.NullMarked;
