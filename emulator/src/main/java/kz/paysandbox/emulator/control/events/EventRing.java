package kz.paysandbox.emulator.control.events;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Optional;
import kz.paysandbox.emulator.core.data.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * The latest events of a world as they are sent, bounded in number and in bytes: the oldest go first. Readers hold a
 * place in it and nothing else.
 */
final class EventRing {

    /**
     * Some events in a row.
     *
     * @param bytes as they are sent; none where there is nothing new
     * @param last the last one's id
     */
    record Piece(Bytes bytes, long last) {}

    /** @param end bytes of all events up to this one, since the ring began */
    private record Event(Bytes bytes, long end) {}

    private static final byte[] END = {'\n', '\n'};

    private final int most;
    private final long mostBytes;
    private final @Nullable Event[] events;
    private long first;
    private long next;
    private long end;
    private long begin;

    /**
     * @param most events that are kept
     * @param mostBytes of these together; one that is larger is kept alone
     * @param first id of the first event; those that follow are each one higher
     */
    EventRing(int most, long mostBytes, long first) {
        this.most = most;
        this.mostBytes = mostBytes;
        this.events = new @Nullable Event[most];
        this.first = first;
        this.next = first;
    }

    /** Keeps an event of a kind, whose data is one line of JSON. */
    synchronized void add(String kind, Bytes data) {
        byte[] head =
                Bytes.utf8("id: " + next + "\nevent: " + kind + "\ndata: ").array();
        byte[] event = Arrays.copyOf(head, head.length + data.size() + END.length);
        System.arraycopy(data.array(), 0, event, head.length, data.size());
        System.arraycopy(END, 0, event, head.length + data.size(), END.length);
        Bytes bytes = Bytes.wrap(event);
        if (next - first == most) {
            forgetFirst();
        }
        end += bytes.size();
        events[place(next)] = new Event(bytes, end);
        next++;
        while (end - begin > mostBytes && next - first > 1) {
            forgetFirst();
        }
    }

    /** Forgets all: whoever has not read them yet has missed something. Ids go on. */
    synchronized void clear() {
        while (first < next) {
            forgetFirst();
        }
        first++;
        next++;
    }

    /** The id of the last event; one below the first id where there was none yet. */
    synchronized long last() {
        return next - 1;
    }

    /** Whether all that came after an event of this id is still there. */
    synchronized boolean reaches(long id) {
        return id >= first - 1 && id < next;
    }

    /**
     * What came after an event, empty where some of it is gone.
     *
     * @param mostBytes of a piece; one event that is larger is a piece of its own
     */
    synchronized Optional<Piece> after(long id, int mostBytes) {
        if (!reaches(id)) {
            return Optional.empty();
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        long last = id;
        while (last + 1 < next
                && (last == id || bytes.size() + event(last + 1).bytes().size() <= mostBytes)) {
            last++;
            bytes.writeBytes(event(last).bytes().array());
        }
        return Optional.of(new Piece(Bytes.wrap(bytes.toByteArray()), last));
    }

    /** Events after this one. */
    synchronized long countAfter(long id) {
        return next - 1 - id;
    }

    /** Bytes of the events after this one that are still there. */
    synchronized long bytesAfter(long id) {
        return id < first ? end - begin : id + 1 >= next ? 0 : end - event(id).end();
    }

    private void forgetFirst() {
        begin = event(first).end();
        events[place(first)] = null;
        first++;
    }

    private Event event(long id) {
        Event found = events[place(id)];
        if (found == null) {
            throw new IllegalStateException("no event " + id);
        }
        return found;
    }

    private int place(long id) {
        return Math.floorMod(id, most);
    }
}
