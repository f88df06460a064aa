/** Commands about scenarios: the catalogue, files of one's own, playing one. */
@NullMarked
package kz.paysandbox.emulator.cli.scenario;

import org.jspecify.annotations.NullMarked;
