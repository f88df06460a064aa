/** What is written of a run: one page, the page that sets runs side by side, and Cucumber's machine-readable reports. */
@NullMarked
package kz.paysandbox.features.report;

import org.jspecify.annotations.NullMarked;
