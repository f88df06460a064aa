/** Tests of what is handed out: the archives and the image, run as their users run them. */
@NullMarked
package kz.paysandbox.dist;

import org.jspecify.annotations.NullMarked;
