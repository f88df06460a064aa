package kz.paysandbox.emulator.blackbox.killed;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Customers who act by themselves: what they would have done while nothing ran was done at its own instant, and the rest
 * not much later than due.
 */
final class Punctuality implements Party {

    static final Duration SCAN_AFTER = Duration.ofMillis(900);
    static final Duration CONFIRM_AFTER = Duration.ofMillis(800);

    private static final Duration LATE = Duration.ofSeconds(10);

    private final Place place;

    Punctuality(Place place) {
        this.place = place;
    }

    @Override
    public void act() throws Unanswered {
        place.kaspi("r1", "health/ping", Map.of());
    }

    @Override
    public void check() throws Unanswered {
        Instant now = Instant.parse(place.control("GET", "/clock", "").text("now"));
        for (JsonNode payment :
                place.control("GET", "/payments?bank=kaspi&limit=150", "").json()) {
            if (!place.given().has("payment", payment.path("id").asText())) {
                continue;
            }
            Instant created = at(payment.at("/history/0"));
            boolean remote = payment.path("kind").asText().equals("remote");
            if (!remote) {
                happened(payment, "Wait", created.plus(SCAN_AFTER), now);
            }
            happened(payment, "Processed", created.plus(remote ? CONFIRM_AFTER : SCAN_AFTER.plus(CONFIRM_AFTER)), now);
        }
    }

    private void happened(JsonNode payment, String status, Instant due, Instant now) {
        Optional<Instant> at = Optional.empty();
        for (JsonNode step : payment.path("history")) {
            if (step.path("status").asText().equals(status)) {
                at = Optional.of(at(step));
            }
        }
        String who = place.name() + " " + status + " was due at " + due + ", down "
                + place.line().outage() + ", now " + now + ": " + payment;
        if (place.line().outage().has(due)) {
            place.differences().same(who, Optional.of(due), at);
        } else if (due.isBefore(now.minusSeconds(2))) {
            place.differences()
                    .holds(at.isPresent() && !at.get().isBefore(due) && at.get().isBefore(due.plus(LATE)), who);
        }
    }

    private static Instant at(JsonNode step) {
        return Instant.parse(step.path("at").asText());
    }
}
