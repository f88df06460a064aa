/** Tests of the jobs. */
@NullMarked
package kz.paysandbox.gateway.jobs;

import org.jspecify.annotations.NullMarked;
