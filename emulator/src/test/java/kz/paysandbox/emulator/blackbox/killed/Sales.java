package kz.paysandbox.emulator.blackbox.killed;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;

/** The payments of one party: all are compared at each restart until they are final, then again at the end. */
final class Sales {

    /** Payments that are still to be compared with each restart. */
    private static final int MOST_OPEN = 60;

    private final Place place;
    private final Deque<Sale> open = new ArrayDeque<>();
    private final List<Sale> settled = new ArrayList<>();

    Sales(Place place) {
        this.place = place;
    }

    Sale add(Sale sale) {
        place.given().once("payment", sale.id());
        open.addLast(sale);
        return sale;
    }

    Collection<Sale> open() {
        return open;
    }

    /** Compares those that may still change, and so many of the others. */
    void check(Chance chance, int more) throws Unanswered {
        for (Sale sale : open) {
            compare(sale);
        }
        for (int n = 0; n < Math.min(more, settled.size()); n++) {
            compare(chance.of(settled));
        }
        while (open.size() > MOST_OPEN) {
            settled.add(open.removeFirst());
        }
    }

    private void compare(Sale sale) throws Unanswered {
        Reply reply = place.control("GET", "/payments/" + sale.id(), "");
        String who = place.name() + " payment " + sale.id();
        place.differences().holds(reply.status() == 200, who + " is missing: " + reply.status());
        if (reply.status() == 200) {
            JsonNode now = reply.json();
            List<String> found = sale.differences(now);
            place.differences().holds(found.isEmpty(), who + ": " + found + ", now " + now);
            sale.shown(now);
        }
    }
}
