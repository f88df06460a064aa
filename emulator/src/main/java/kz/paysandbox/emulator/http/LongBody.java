package kz.paysandbox.emulator.http;

import java.io.InputStream;
import java.util.function.Supplier;

/** A body that is not held whole. */
public sealed interface LongBody {

    /**
     * Made while it is read, then over.
     *
     * @param open begins it
     */
    record Read(Supplier<InputStream> open) implements LongBody {}

    /** Goes on for as long as its reader stays. */
    record Live(Feed feed) implements LongBody {}
}
