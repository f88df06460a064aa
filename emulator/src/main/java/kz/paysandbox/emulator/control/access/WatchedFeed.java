package kz.paysandbox.emulator.control.access;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import kz.paysandbox.emulator.core.data.Bytes;
import kz.paysandbox.emulator.http.Feed;
import org.jspecify.annotations.Nullable;

/** A stream of events that was opened with a named token: it ends with it, and tells of no world but the token's. */
public final class WatchedFeed implements Feed {

    private static final String WORLD_EVENT = "event: world\n";

    private final Feed feed;
    private final NamedToken token;
    private final TokenBook tokens;
    private final Optional<String> onlyWorld;
    private final Consumer<String> removal = this::removed;
    private volatile @Nullable Outlet outlet;

    public WatchedFeed(Feed feed, NamedToken token, TokenBook tokens) {
        this.feed = feed;
        this.token = token;
        this.tokens = tokens;
        this.onlyWorld = Visitor.of(token).onlyWorld();
    }

    @Override
    public void begin(Outlet to) {
        outlet = to;
        boolean watched = tokens.watch(removal);
        feed.begin(to);
        if (!watched || !tokens.isGood(token)) {
            to.cut();
        }
    }

    private void removed(String name) {
        Outlet present = outlet;
        if (present != null && name.equals(token.name())) {
            present.cut();
        }
    }

    @Override
    public Bytes next() {
        Bytes piece = tokens.isGood(token) ? feed.next() : Bytes.NONE;
        return onlyWorld.isEmpty() || piece.isEmpty() ? piece : own(piece, onlyWorld.get());
    }

    /** Pieces are whole events; of one that is left out a comment stays, so that the next piece is asked for. */
    private static Bytes own(Bytes piece, String world) {
        String text = piece.text();
        if (!text.contains(WORLD_EVENT)) {
            return piece;
        }
        String name = "\"name\":\"" + world + "\"";
        return Bytes.utf8(Arrays.stream(text.split("(?<=\n\n)"))
                .map(event -> event.contains(WORLD_EVENT) && !event.contains(name) ? ":\n\n" : event)
                .collect(Collectors.joining()));
    }

    @Override
    public boolean isOver() {
        return feed.isOver() || !tokens.isGood(token);
    }

    @Override
    public Bytes heartbeat() {
        return feed.heartbeat();
    }

    @Override
    public void closed() {
        tokens.unwatch(removal);
        feed.closed();
    }
}
