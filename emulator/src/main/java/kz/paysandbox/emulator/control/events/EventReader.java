package kz.paysandbox.emulator.control.events;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import kz.paysandbox.emulator.core.data.Bytes;
import kz.paysandbox.emulator.http.Feed;
import org.jspecify.annotations.Nullable;

/**
 * A reader of a world's events: its place in the ring. One that falls too far behind is cut off; it comes back with the
 * id of the last event it saw, and reads on from there.
 */
final class EventReader implements Feed {

    /** How far a reader may be behind what was there at the last look. */
    static final int MOST_BEHIND = 5_000;

    static final long MOST_BYTES_BEHIND = 1_000_000;

    private static final int PIECE = 64_000;

    /** Milliseconds after which a browser comes back. */
    private static final int RETRY = 1_000;

    private static final Bytes HEARTBEAT = Bytes.utf8(": still here\n\n");

    private final EventRing ring;
    private final Consumer<EventReader> gone;
    private final OptionalLong resumed;
    private long place;
    private boolean greeted;
    private boolean over;
    private @Nullable Outlet outlet;

    /**
     * @param resumed id of the last event that its user has seen; empty for one who begins now
     * @param gone told when it has gone
     */
    EventReader(EventRing ring, OptionalLong resumed, Consumer<EventReader> gone) {
        this.ring = ring;
        this.resumed = resumed;
        this.gone = gone;
        this.place = resumed.orElse(ring.last());
    }

    @Override
    public synchronized void begin(Outlet to) {
        outlet = to;
    }

    @Override
    public synchronized Bytes next() {
        Optional<EventRing.Piece> piece = ring.after(place, PIECE);
        String greeting = greeting();
        if (piece.isEmpty()) {
            place = ring.last();
            return Bytes.utf8(
                    greeting + "id: " + place
                            + "\nevent: reset\ndata: {\"reason\":\"events since the last one seen are gone; read all again\"}\n\n");
        }
        place = piece.get().last();
        return greeting.isEmpty()
                ? piece.get().bytes()
                : Bytes.utf8(greeting + piece.get().bytes().text());
    }

    /** So that who is cut off before the first event knows where to go on. */
    private String greeting() {
        if (greeted) {
            return "";
        }
        greeted = true;
        return "retry: " + RETRY + (resumed.isPresent() ? "\n\n" : "\nid: " + place + "\n\n");
    }

    /** Something was added to the ring. */
    void more() {
        outlet().ifPresent(Outlet::more);
    }

    /** Cuts it off where it has not read for too long. */
    void cutIfBehind() {
        if (isBehind()) {
            outlet().ifPresent(Outlet::cut);
        }
    }

    private synchronized boolean isBehind() {
        return ring.countAfter(place) > MOST_BEHIND || ring.bytesAfter(place) > MOST_BYTES_BEHIND;
    }

    /** Its world is gone: it ends once it has read what there is. */
    void end() {
        synchronized (this) {
            over = true;
        }
        more();
    }

    private synchronized Optional<Outlet> outlet() {
        return Optional.ofNullable(outlet);
    }

    @Override
    public synchronized boolean isOver() {
        return over;
    }

    @Override
    public Bytes heartbeat() {
        return HEARTBEAT;
    }

    @Override
    public void closed() {
        gone.accept(this);
    }
}
