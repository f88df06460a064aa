/** A tiny HTTP client that shares nothing with the adapters. */
@NullMarked
package kz.paysandbox.features.wire;

import org.jspecify.annotations.NullMarked;
