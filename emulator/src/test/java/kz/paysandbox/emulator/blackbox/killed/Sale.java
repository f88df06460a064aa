package kz.paysandbox.emulator.blackbox.killed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A payment as its merchant was told of it, and what it may be besides by a call that was not answered. */
final class Sale {

    /** What time alone leads to, and how long it takes at least. */
    private static final Set<String> BY_TIME = Set.of("Error", "FAILED", "CANCEL");

    private static final Duration LEAST_WAIT = Duration.ofSeconds(60);

    /** What a customer who acts by themselves leads to. */
    private static final Set<String> BY_ITSELF = Set.of("Wait", "Processed", "CHARGE");

    private final String id;
    private final BigDecimal amount;
    private final boolean automatic;
    private String status;
    private BigDecimal refunded = BigDecimal.ZERO;
    private JsonNode view = MissingNode.getInstance();
    private Set<String> doubtful = Set.of();
    private BigDecimal refundInDoubt = BigDecimal.ZERO;

    Sale(String id, BigDecimal amount, String status, boolean automatic) {
        this.id = id;
        this.amount = amount;
        this.status = status;
        this.automatic = automatic;
    }

    String id() {
        return id;
    }

    String status() {
        return status;
    }

    BigDecimal left() {
        return amount.subtract(refunded);
    }

    boolean isFinal() {
        return Set.of("Error", "FAILED", "CANCEL", "REFUND", "RemotePaymentCanceled", "VERIFIED")
                .contains(status);
    }

    /** A call begins that leads to one of these statuses. */
    void maybe(String... statuses) {
        doubtful = Set.of(statuses);
    }

    /** A call begins that gives so much back. */
    void maybeRefunded(BigDecimal sum, String... statuses) {
        refundInDoubt = sum;
        doubtful = Set.of(statuses);
    }

    /** The call was refused. */
    void unchanged() {
        doubtful = Set.of();
        refundInDoubt = BigDecimal.ZERO;
    }

    /** The call was answered with success. */
    void is(String next) {
        status = next;
        refunded = refunded.add(refundInDoubt);
        view = MissingNode.getInstance();
        unchanged();
    }

    /** The call was answered with all of it. */
    void shown(JsonNode whole) {
        status = whole.path("status").asText();
        refunded = whole.path("refunded").decimalValue();
        view = whole;
        unchanged();
    }

    /** How it differs from what was told; empty where it does not. */
    List<String> differences(JsonNode now) {
        List<String> found = new ArrayList<>();
        if (now.path("amount").decimalValue().compareTo(amount) != 0) {
            found.add("amount " + amount);
        }
        if (!mayBe(now)) {
            found.add("status " + status + " or " + doubtful);
        }
        BigDecimal back = now.path("refunded").decimalValue();
        if (back.compareTo(refunded) != 0 && back.compareTo(refunded.add(refundInDoubt)) != 0) {
            found.add("refunded " + refunded + " or " + refundInDoubt + " more");
        }
        begins(view.path("history"), now.path("history"), found);
        begins(view.path("returns"), now.path("returns"), found);
        for (String field : List.of("kind", "bin", "scheme", "externalId", "shop", "tradePoint", "qr")) {
            if (!view.isMissingNode() && !view.path(field).equals(now.path(field))) {
                found.add(field + " " + view.path(field));
            }
        }
        return found;
    }

    private boolean mayBe(JsonNode now) {
        String present = now.path("status").asText();
        return present.equals(status)
                || doubtful.contains(present)
                || (automatic && BY_ITSELF.contains(present))
                || (BY_TIME.contains(present) && hasWaited(now.path("history")));
    }

    private static boolean hasWaited(JsonNode history) {
        int steps = history.size();
        return steps > 1
                && Duration.between(at(history.get(steps - 2)), at(history.get(steps - 1)))
                                .compareTo(LEAST_WAIT)
                        >= 0;
    }

    private static Instant at(JsonNode step) {
        return Instant.parse(step.path("at").asText());
    }

    private static void begins(JsonNode told, JsonNode now, List<String> found) {
        for (int i = 0; i < told.size(); i++) {
            if (!told.get(i).equals(now.path(i))) {
                found.add("told " + told.get(i));
            }
        }
    }
}
