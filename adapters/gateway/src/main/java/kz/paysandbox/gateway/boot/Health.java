package kz.paysandbox.gateway.boot;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import kz.paysandbox.gateway.http.route.Answer;

/** Whether the gateway can do its work: live where it answers at all, ready where database and jobs do their part. */
final class Health {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int OK = 200;
    private static final int UNAVAILABLE = 503;

    private final BooleanSupplier database;
    private final BooleanSupplier jobs;
    private final AtomicBoolean stopping = new AtomicBoolean();

    Health(BooleanSupplier database, BooleanSupplier jobs) {
        this.database = database;
        this.jobs = jobs;
    }

    /** From now on it is not ready, so that no more requests are sent to it. */
    void stopping() {
        stopping.set(true);
    }

    Answer live() {
        return Answer.json(OK, JSON.createObjectNode().put("status", "UP"));
    }

    Answer ready() {
        boolean reachable = database.getAsBoolean();
        boolean ticking = jobs.getAsBoolean();
        boolean ready = reachable && ticking && !stopping.get();
        ObjectNode body = JSON.createObjectNode().put("status", word(ready));
        body.put("database", word(reachable)).put("jobs", word(ticking)).put("stopping", stopping.get());
        return Answer.json(ready ? OK : UNAVAILABLE, body);
    }

    private static String word(boolean up) {
        return up ? "UP" : "DOWN";
    }
}
