/** What is done without a caller: jobs of the table {@code job}, each on one node at a time. */
@NullMarked
package kz.paysandbox.gateway.jobs;

import org.jspecify.annotations.NullMarked;
