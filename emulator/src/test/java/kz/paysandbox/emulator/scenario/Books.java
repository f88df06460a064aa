package kz.paysandbox.emulator.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.StreamSupport;
import kz.paysandbox.emulator.fixture.SandboxWorld;

/** Where the money is, as the bank itself has it. */
record Books(SandboxWorld world) {

    /** Tenge that the merchant has. */
    BigDecimal merchant() {
        return StreamSupport.stream(world.control().get("/payments").spliterator(), false)
                .map(payment -> new BigDecimal(payment.path("paid").asText())
                        .subtract(new BigDecimal(payment.path("refunded").asText())))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    int paymentsInStatus(String status) {
        return world.control().get("/payments?status=" + status).size();
    }

    /** How often faults of a scenario happened. */
    int faultsHappened() {
        int hits = 0;
        for (JsonNode fault : world.control().get("/faults")) {
            hits += fault.path("hits").asInt();
        }
        return hits;
    }

    /** What the client was blamed for, notes aside. */
    List<String> blame() {
        return StreamSupport.stream(world.control().get("/findings").spliterator(), false)
                .filter(finding -> !finding.path("severity").asText().equals("note"))
                .map(JsonNode::toString)
                .toList();
    }

    /** What the scenario tried and could not do. */
    List<String> stepsThatFailed() {
        return StreamSupport.stream(
                        world.control().get("/scenarios/active").path("done").spliterator(), false)
                .filter(done -> !done.path("ok").asBoolean())
                .map(JsonNode::toString)
                .toList();
    }
}
