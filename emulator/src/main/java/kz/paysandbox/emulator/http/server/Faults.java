package kz.paysandbox.emulator.http.server;

import java.util.Optional;
import kz.paysandbox.emulator.core.Outcome;
import kz.paysandbox.emulator.core.World;
import kz.paysandbox.emulator.core.data.Excerpt;
import kz.paysandbox.emulator.core.faults.AnswerCode;
import kz.paysandbox.emulator.core.faults.Consequence.CodeAnswer;
import kz.paysandbox.emulator.core.faults.Consequence.LossBefore;
import kz.paysandbox.emulator.core.faults.Consequence.MemberReplacement;
import kz.paysandbox.emulator.core.faults.Effect;
import kz.paysandbox.emulator.core.faults.Fault;
import kz.paysandbox.emulator.core.faults.FaultBook;
import kz.paysandbox.emulator.core.faults.FaultCatalogue;
import kz.paysandbox.emulator.core.journal.SandboxClause;
import kz.paysandbox.emulator.core.settings.Complaint;
import kz.paysandbox.emulator.core.settings.Suggestion;
import kz.paysandbox.emulator.http.Call;
import kz.paysandbox.emulator.http.CallFault;
import kz.paysandbox.emulator.http.Edge;
import kz.paysandbox.emulator.http.Endpoint;
import kz.paysandbox.emulator.http.Reply;
import kz.paysandbox.emulator.http.WorldCall;

/**
 * The choice of the fault for a call: what its own header asks for, else what the world's faults say. A header that
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

    /** Whether a fault may happen to a call, or it asks for one. */
    boolean concern(Endpoint endpoint, Call call, World world) {
        return edge.isJournaled()
                && (world.faults().concerns(endpoint.id())
                        || call.header(HEADER).filter(name -> !name.isBlank()).isPresent());
    }

    Outcome<CallFault, Reply> meeting(Endpoint endpoint, WorldCall worldCall) {
        if (!edge.isJournaled()) {
            return Outcome.ok(CallFault.NONE);
        }
        Optional<String> asked = worldCall.call().header(HEADER).filter(name -> !name.isBlank());
        if (asked.isPresent()) {
            return named(asked.get(), worldCall);
        }
        FaultBook book = worldCall.world().faults();
        if (!book.concerns(endpoint.id())) {
            return Outcome.ok(CallFault.NONE);
        }
        Optional<Fault> fault = book.meet(edge.subjectOf(endpoint, worldCall), this::isPossible);
        fault.filter(happening -> !(happening.then().consequence() instanceof MemberReplacement))
                .ifPresent(happening -> worldCall.note(words(happening) + " happened to this call"));
        return Outcome.ok(fault.map(CallFault::of).orElse(CallFault.NONE));
    }

    /** What is answered in the bank's place; empty where the call is applied. */
    Optional<Reply> answer(WorldCall worldCall, Effect effect) {
        return effect.consequence() instanceof LossBefore
                ? Optional.of(Reply.hangingUp())
                : effect.answer().map(answer -> {
                    Reply reply = edge.answering(worldCall, answer);
                    return isRefusal(answer) ? reply.because("an injected fault answered, nothing was applied") : reply;
                });
    }

    /** The answer with the members that a fault replaces; where it has none of them, the fault did not happen. */
    Reply replaced(WorldCall worldCall, CallFault callFault, Reply reply) {
        if (!(callFault.effect().consequence() instanceof MemberReplacement replaced)) {
            return reply;
        }
        Optional<Reply> changed = JsonReplacement.members(reply, replaced.members());
        callFault.fault().ifPresent(fault -> {
            if (changed.isPresent()) {
                worldCall.note(words(fault) + " happened to this call");
            } else {
                worldCall.world().faults().withdraw(fault.id());
                worldCall.note(words(fault) + " met this call, whose answer has none of "
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

    private static boolean isRefusal(CodeAnswer answer) {
        return answer.code().equals(AnswerCode.HTTP) ? answer.number() >= 400 : answer.number() != 0;
    }

    private Outcome<CallFault, Reply> named(String name, WorldCall worldCall) {
        Optional<Effect> effect = catalogue.find(name);
        effect.ifPresent(known -> worldCall.note("fault " + name + " was asked for by " + HEADER));
        return effect.map(known -> Outcome.<CallFault, Reply>ok(new CallFault(known, Optional.empty())))
                .orElseGet(() -> refused(worldCall, name));
    }

    /** Another bank's code cannot be answered here. */
    private boolean isPossible(Effect effect) {
        return effect.answer()
                .map(answer -> answer.code().equals(AnswerCode.HTTP)
                        || edge.answerCodes().contains(answer.code()))
                .orElse(true);
    }

    private Outcome<CallFault, Reply> refused(WorldCall worldCall, String name) {
        String shown = Excerpt.of(name, LONGEST);
        Optional<String> near = near(name).filter(known -> !known.equals(name));
        String detail = HEADER + ": '" + shown + "' is no fault that can be asked for here"
                + near.map(known -> ", did you mean '" + known + "'?").orElse("")
                + "; GET /__sandbox/catalogue lists the names. Nothing was applied";
        worldCall.finding(SandboxClause.FAULT_UNKNOWN, detail);
        return Outcome.refused(
                Reply.problem(400, "unknown-fault", new Complaint(detail, near)).because(detail));
    }

    /** Of a fault with a number, the name is compared and the number kept. */
    private Optional<String> near(String name) {
        int equals = name.indexOf('=');
        String shape = equals < 0 ? name : name.substring(0, equals) + "=N";
        return Suggestion.of(shape, catalogue.names().keySet())
                .map(known -> equals < 0 ? known : known.replace("=N", name.substring(equals)));
    }
}
