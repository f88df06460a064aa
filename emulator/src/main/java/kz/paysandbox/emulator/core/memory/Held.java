package kz.paysandbox.emulator.core.memory;

import java.util.concurrent.atomic.AtomicLong;

/** Bytes that are held, those of entries that may stay for good also apart. */
final class Held {

    private final AtomicLong lasting = new AtomicLong();
    private final AtomicLong all = new AtomicLong();

    void add(Room room, long bytes) {
        all.addAndGet(bytes);
        if (room == Room.LASTING) {
            lasting.addAndGet(bytes);
        }
    }

    long in(Room room) {
        return room == Room.LASTING ? lasting.get() : all.get();
    }
}
