package kz.paysandbox.emulator.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import kz.paysandbox.emulator.core.Outcome;
import kz.paysandbox.emulator.core.data.Bytes;
import kz.paysandbox.emulator.core.faults.Effect;
import kz.paysandbox.emulator.core.faults.Fault;
import kz.paysandbox.emulator.core.faults.FaultBook;
import kz.paysandbox.emulator.core.faults.FaultCatalogue;
import kz.paysandbox.emulator.core.journal.SandboxClause;
import kz.paysandbox.emulator.core.settings.Suggestion;

/**
 * Looks up what is to go wrong with a call: what its own header asks for, else what the world's faults say. A header that
 * asks for what there is not is refused: a test that wants a failure must not pass because nothing failed.
 */
final class Faults {

    private static final String HEADER = "X-Sandbox-Fault";
    private static final int LONGEST = 64;

    private final Edge edge;

    Faults(Edge edge) {
        this.edge = edge;
    }

    Outcome<Effect, Reply> meeting(Endpoint endpoint, Visit visit) {
        if (!edge.isJournaled()) {
            return Outcome.ok(Effect.NONE);
        }
        Optional<String> asked = visit.call().header(HEADER).filter(name -> !name.isBlank());
        if (asked.isPresent()) {
            return named(asked.get(), visit);
        }
        FaultBook book = visit.world().faults();
        if (!book.concerns(endpoint.id())) {
            return Outcome.ok(Effect.NONE);
        }
        Optional<Fault> fault = book.meet(edge.subjectOf(endpoint, visit));
        fault.ifPresent(happening -> visit.note("fault " + happening.id()
                + (happening.name().isEmpty() ? "" : " (" + happening.name() + ")")
                + (isOurs(happening.then(), visit)
                        ? " happened to this call"
                        : " met this call, and its code is the other bank's: ignored")));
        return Outcome.ok(fault.map(Fault::then).orElse(Effect.NONE));
    }

    /** What a fault answers in the bank's place; empty for a code that this bank does not have. */
    Optional<Reply> answer(Visit visit, Effect.Answer answer) {
        return edge.answering(visit, answer)
                .map(reply ->
                        isRefusal(answer) ? reply.because("an injected fault answered, nothing was applied") : reply);
    }

    private static boolean isRefusal(Effect.Answer answer) {
        return switch (answer.kind()) {
            case HTTP -> answer.code() >= 400;
            case STATUS_CODE, REASON_CODE -> answer.code() != 0;
            case DROP -> false;
        };
    }

    private Outcome<Effect, Reply> named(String name, Visit visit) {
        Optional<Effect> effect = FaultCatalogue.find(name);
        if (effect.isEmpty()) {
            return refused(visit, name, "is no fault of the catalogue");
        }
        if (!isOurs(effect.get(), visit)) {
            return refused(visit, name, "is a fault of the other bank");
        }
        visit.note("fault " + name + " was asked for by " + HEADER);
        return Outcome.ok(effect.get());
    }

    private boolean isOurs(Effect effect, Visit visit) {
        return effect.answer()
                .map(answer -> edge.answering(visit, answer).isPresent())
                .orElse(true);
    }

    private static Outcome<Effect, Reply> refused(Visit visit, String name, String why) {
        String shown = name.length() <= LONGEST ? name : name.substring(0, LONGEST) + "…";
        Optional<String> near = near(name).filter(known -> !known.equals(name));
        String detail = HEADER + ": '" + shown + "' " + why
                + near.map(known -> ", did you mean '" + known + "'?").orElse("")
                + "; GET /__sandbox/catalogue lists the names. Nothing was applied";
        visit.finding(SandboxClause.FAULT_UNKNOWN, detail);
        ObjectNode problem = JsonNodeFactory.instance.objectNode();
        problem.put("type", "urn:kzpay-sandbox:unknown-fault");
        problem.put("title", "unknown fault");
        problem.put("status", 400);
        problem.put("detail", detail);
        near.ifPresent(known -> problem.put("suggestion", known));
        return Outcome.refused(Reply.bytes(400, "application/problem+json", Bytes.utf8(problem.toString()))
                .because(detail));
    }

    /** Of a fault with a number, the name is compared and the number kept. */
    private static Optional<String> near(String name) {
        int equals = name.indexOf('=');
        String shape = equals < 0 ? name : name.substring(0, equals) + "=N";
        return Suggestion.of(shape, FaultCatalogue.names().keySet())
                .map(known -> equals < 0 ? known : known.replace("=N", name.substring(equals)));
    }
}
