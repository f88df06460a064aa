/** What a shop can do at the bank, in the words of the scenarios; each driver carries it out in its own way. */
@NullMarked
package kz.paysandbox.features.driver;

import org.jspecify.annotations.NullMarked;
