package kz.paysandbox.emulator.http;

import java.util.List;
import java.util.Optional;
import kz.paysandbox.emulator.core.World;
import kz.paysandbox.emulator.core.faults.AnswerCode;
import kz.paysandbox.emulator.core.faults.CallAttributes;
import kz.paysandbox.emulator.core.faults.Consequence.CodeAnswer;
import kz.paysandbox.emulator.core.journal.Clause;

/** A bank's decisions about calls that no row answers, and about the world that a call belongs to. */
public interface Edge {

    /** The world selected by the call's credentials; empty where it has none that this sandbox gave out. */
    Optional<World> worldOf(Call call);

    /** The world of a call without credentials: that of its header, else {@code main}. */
    World worldOfStranger(Call call);

    /** Whether its calls belong into the world's journal. */
    default boolean isJournaled() {
        return true;
    }

    /**
     * No row has this path.
     *
     * @param nearest words about the row that was meant; empty where none is near
     */
    Reply unknownRoute(WorldCall worldCall, Optional<String> nearest);

    /** A row has this path, with another method. */
    Reply wrongMethod(WorldCall worldCall);

    /** The body is larger than {@code limit} bytes. */
    Reply tooLarge(WorldCall worldCall, int limit);

    /** The heap is full, and this call may leave something behind; empty where it takes nothing in. */
    Optional<Reply> full(WorldCall worldCall);

    /** A bug of ours: the stack trace is in the log, not on the wire. */
    Reply broken(WorldCall worldCall);

    /**
     * What the call has changed, or seen changed, cannot be kept, as where the disk is full: nobody is told it as a fact.
     *
     * @param problem what is wrong and what to do
     */
    default Reply notKept(String problem) {
        return Reply.empty(503)
                .because("the sandbox cannot keep what has changed, this call may be applied: " + problem);
    }

    /** What faults can match of a call. */
    default CallAttributes subjectOf(Endpoint endpoint, WorldCall worldCall) {
        return CallAttributes.of(endpoint.id(), worldCall.call()::header);
    }

    /** The codes of its own that a fault can make it answer, beside an HTTP status. */
    default List<AnswerCode> answerCodes() {
        return List.of();
    }

    /**
     * What a fault answers in the bank's place, nothing applied.
     *
     * @param answer an HTTP status, or one of {@link #answerCodes}
     */
    default Reply answering(WorldCall worldCall, CodeAnswer answer) {
        return Reply.empty(Math.toIntExact(answer.number()));
    }

    /** The reply as it leaves, whatever it came from: row, refusal or fault. */
    default Reply leaving(WorldCall worldCall, Reply reply) {
        return reply;
    }

    /** What the bank has written about clients that offer no TLS 1.2; empty where nothing is to be said of them. */
    default Optional<Clause> oldTls() {
        return Optional.empty();
    }
}
