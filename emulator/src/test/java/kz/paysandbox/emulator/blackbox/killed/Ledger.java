package kz.paysandbox.emulator.blackbox.killed;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a shop is owed callbacks for, and what the sandbox's ledger says of them. */
final class Ledger {

    /** As short as a restart, so that many fall due meanwhile. */
    static final List<String> GAPS = List.of("PT0.7S", "PT1S", "PT2S", "PT4S", "PT8S", "PT16S");

    private static final Duration LATE = Duration.ofSeconds(20);

    private final Place place;
    private final MerchantServer merchant;
    private final Set<String> owed = new LinkedHashSet<>();
    private final Map<String, JsonNode> told = new HashMap<>();

    Ledger(Place place, MerchantServer merchant) {
        this.place = place;
        this.merchant = merchant;
    }

    String url() {
        return merchant.url(place.name());
    }

    /** An answer told of something that the shop is to be told of. */
    void owed(String invoice) {
        owed.add(invoice);
    }

    void check() throws Unanswered {
        Instant now = Instant.parse(place.control("GET", "/clock", "").text("now"));
        Map<String, JsonNode> byId = new HashMap<>();
        Set<String> invoices = new LinkedHashSet<>();
        for (JsonNode callback : place.control("GET", "/callbacks", "").json()) {
            byId.put(callback.path("id").asText(), callback);
            invoices.add(callback.path("invoiceId").asText());
            state(callback, now);
        }
        for (String invoice : owed) {
            place.differences().holds(invoices.contains(invoice), place.name() + " no callback is owed for " + invoice);
        }
        told.forEach((id, before) -> grown(before, byId.get(id)));
        told.clear();
        told.putAll(byId);
    }

    private void state(JsonNode callback, Instant now) {
        String invoice = callback.path("invoiceId").asText();
        if (callback.path("state").asText().equals("delivered")) {
            place.differences()
                    .holds(
                            merchant.hasAcknowledged(place.name(), invoice),
                            place.name() + " the shop never acknowledged " + invoice + ": " + callback);
        } else if (callback.path("state").asText().equals("pending")) {
            Instant next = Instant.parse(callback.path("nextAt").asText());
            place.differences()
                    .holds(next.plus(LATE).isAfter(now), place.name() + " nobody tries " + callback + " at " + now);
        }
    }

    private void grown(JsonNode before, JsonNode now) {
        String who = place.name() + " callback " + before.path("id").asText();
        place.differences().holds(now != null, who + " is missing");
        if (now != null) {
            boolean kept = !before.path("state").asText().equals("delivered")
                    || now.path("state").asText().equals("delivered");
            place.differences().holds(kept, who + " is not delivered any more: " + now);
            place.differences().same(who + " invoice", before.path("invoiceId"), now.path("invoiceId"));
            for (int i = 0; i < before.path("attempts").size(); i++) {
                place.differences()
                        .same(
                                who + " attempt " + i,
                                before.path("attempts").get(i).path("at"),
                                now.path("attempts").path(i).path("at"));
            }
        }
    }
}
