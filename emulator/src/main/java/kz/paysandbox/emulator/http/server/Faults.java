package kz.paysandbox.emulator.http.server;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import kz.paysandbox.emulator.core.Outcome;
import kz.paysandbox.emulator.core.data.Bytes;
import kz.paysandbox.emulator.core.data.Excerpt;
import kz.paysandbox.emulator.core.faults.AnswerCode;
import kz.paysandbox.emulator.core.faults.Consequence.Answered;
import kz.paysandbox.emulator.core.faults.Consequence.LostBefore;
import kz.paysandbox.emulator.core.faults.Consequence.Replaced;
import kz.paysandbox.emulator.core.faults.Effect;
import kz.paysandbox.emulator.core.faults.Fault;
import kz.paysandbox.emulator.core.faults.FaultBook;
import kz.paysandbox.emulator.core.faults.FaultCatalogue;
import kz.paysandbox.emulator.core.journal.SandboxClause;
import kz.paysandbox.emulator.core.settings.Suggestion;
import kz.paysandbox.emulator.http.Edge;
import kz.paysandbox.emulator.http.Endpoint;
import kz.paysandbox.emulator.http.Reply;
import kz.paysandbox.emulator.http.Trouble;
import kz.paysandbox.emulator.http.Visit;

/**
 * Looks up what is to go wrong with a call: what its own header asks for, else what the world's faults say. A header that
 * asks for what there is not is refused: a test that wants a failure must not pass because nothing failed.
 */
final class Faults {

    private static final String HEADER = "X-Sandbox-Fault";
    private static final int LONGEST = 64;

    private final Edge edge;
    private final FaultCatalogue catalogue;

    Faults(Edge edge) {
        this.edge = edge;
        this.catalogue = new FaultCatalogue(edge.answerCodes());
    }

    Outcome<Trouble, Reply> meeting(Endpoint endpoint, Visit visit) {
        if (!edge.isJournaled()) {
            return Outcome.ok(Trouble.NONE);
        }
        Optional<String> asked = visit.call().header(HEADER).filter(name -> !name.isBlank());
        if (asked.isPresent()) {
            return named(asked.get(), visit);
        }
        FaultBook book = visit.world().faults();
        if (!book.concerns(endpoint.id())) {
            return Outcome.ok(Trouble.NONE);
        }
        Optional<Fault> fault = book.meet(edge.subjectOf(endpoint, visit), this::isPossible);
        fault.filter(happening -> !(happening.then().consequence() instanceof Replaced))
                .ifPresent(happening -> visit.note(words(happening) + " happened to this call"));
        return Outcome.ok(fault.map(Trouble::of).orElse(Trouble.NONE));
    }

    /** What is answered in the bank's place; empty where the call is applied. */
    Optional<Reply> answer(Visit visit, Effect effect) {
        return effect.consequence() instanceof LostBefore
                ? Optional.of(Reply.hangingUp())
                : effect.answer().map(answer -> {
                    Reply reply = edge.answering(visit, answer);
                    return isRefusal(answer) ? reply.because("an injected fault answered, nothing was applied") : reply;
                });
    }

    /** The answer with the members that a fault replaces; where it has none of them, the fault did not happen. */
    Reply replaced(Visit visit, Trouble trouble, Reply reply) {
        if (!(trouble.effect().consequence() instanceof Replaced replaced)) {
            return reply;
        }
        Optional<Reply> changed = Replacing.members(reply, replaced.members());
        trouble.fault().ifPresent(fault -> {
            if (changed.isPresent()) {
                visit.note(words(fault) + " happened to this call");
            } else {
                visit.world().faults().withdraw(fault.id());
                visit.note(words(fault) + " met this call, whose answer has none of "
                        + String.join(
                                ", ",
                                replaced.members().keySet().stream().sorted().toList())
                        + ": nothing was replaced");
            }
        });
        return changed.orElse(reply);
    }

    private static String words(Fault fault) {
        return "fault " + fault.id() + (fault.name().isEmpty() ? "" : " (" + fault.name() + ")");
    }

    private static boolean isRefusal(Answered answer) {
        return answer.code().equals(AnswerCode.HTTP) ? answer.number() >= 400 : answer.number() != 0;
    }

    private Outcome<Trouble, Reply> named(String name, Visit visit) {
        Optional<Effect> effect = catalogue.find(name);
        effect.ifPresent(known -> visit.note("fault " + name + " was asked for by " + HEADER));
        return effect.map(known -> Outcome.<Trouble, Reply>ok(new Trouble(known, Optional.empty())))
                .orElseGet(() -> refused(visit, name));
    }

    /** Another bank's code cannot be answered here. */
    private boolean isPossible(Effect effect) {
        return effect.answer()
                .map(answer -> answer.code().equals(AnswerCode.HTTP)
                        || edge.answerCodes().contains(answer.code()))
                .orElse(true);
    }

    private Outcome<Trouble, Reply> refused(Visit visit, String name) {
        String shown = Excerpt.of(name, LONGEST);
        Optional<String> near = near(name).filter(known -> !known.equals(name));
        String detail = HEADER + ": '" + shown + "' is no fault that can be asked for here"
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
    private Optional<String> near(String name) {
        int equals = name.indexOf('=');
        String shape = equals < 0 ? name : name.substring(0, equals) + "=N";
        return Suggestion.of(shape, catalogue.names().keySet())
                .map(known -> equals < 0 ? known : known.replace("=N", name.substring(equals)));
    }
}
