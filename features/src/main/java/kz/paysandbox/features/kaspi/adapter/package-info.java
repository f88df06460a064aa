/** Kaspi Pay through the production adapters. */
@NullMarked
package kz.paysandbox.features.kaspi.adapter;

import org.jspecify.annotations.NullMarked;
