/** The one way through which every call goes: bytes below, deadlines, repeats and observation above. */
@NullMarked
package kz.paysandbox.adapters.transport;

import org.jspecify.annotations.NullMarked;
