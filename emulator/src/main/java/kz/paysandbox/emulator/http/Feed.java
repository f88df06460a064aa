package kz.paysandbox.emulator.http;

import kz.paysandbox.emulator.core.data.Bytes;

/**
 * A body that goes on for as long as its reader stays. Its pieces are asked for, and written, on threads of the server,
 * one at a time; an idle feed holds none.
 */
public interface Feed {

    /** Where a feed is written to. */
    interface Outlet {

        /** There may be something to write now. Returns at once. */
        void more();

        /** Ends the connection, also under a reader that does not read. Returns at once. */
        void cut();
    }

    /** The head is written. Called once, before all else. */
    void begin(Outlet outlet);

    /** What is to be written now; no bytes where there is nothing yet. */
    Bytes next();

    /** Whether it ends once {@link #next} has nothing more. */
    boolean isOver();

    /** Written from time to time where nothing else is: only by writing is a reader missed that has gone. */
    Bytes heartbeat();

    /** The reader has gone, or was cut off. Called once. */
    void closed();
}
