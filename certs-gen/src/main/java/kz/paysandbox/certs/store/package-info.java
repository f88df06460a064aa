/** The PKI folder on disk: safe writes, the lock between processes, and the registry of issued certificates. */
@NullMarked
package kz.paysandbox.certs.store;

import org.jspecify.annotations.NullMarked;
