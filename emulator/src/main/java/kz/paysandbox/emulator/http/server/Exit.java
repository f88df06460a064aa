package kz.paysandbox.emulator.http.server;

import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import kz.paysandbox.emulator.core.faults.Effect;
import kz.paysandbox.emulator.http.Reply;

/** The way of one answer to its connection. */
interface Exit {

    /** Has the request last until work has ended that its thread does not wait for. */
    void await(Supplier<CompletionStage<?>> work);

    /** The threads on which an answer is sent that waited for something. */
    Executor afterWaiting();

    /** Complete when all that will be written is. */
    CompletionStage<?> send(Reply reply, Effect effect);

    /** As {@link #send}, before the request has been read to its end; that is then read and thrown away. */
    CompletionStage<?> sendEarly(Reply reply);
}
