/** A model of both banks that may do anything that a bank does to money, and shops that follow the answers' advice. */
@NullMarked
package kz.paysandbox.adapters.model;

import org.jspecify.annotations.NullMarked;
