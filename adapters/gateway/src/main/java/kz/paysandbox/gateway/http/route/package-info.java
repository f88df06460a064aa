/** What an HTTP row is: method, path, role and handler; what a handler reads and gives; how refusals look in each family. */
@NullMarked
package kz.paysandbox.gateway.http.route;

import org.jspecify.annotations.NullMarked;
