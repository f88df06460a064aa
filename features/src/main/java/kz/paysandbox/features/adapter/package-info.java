/** The driver that goes through the production adapters. */
@NullMarked
package kz.paysandbox.features.adapter;

import org.jspecify.annotations.NullMarked;
