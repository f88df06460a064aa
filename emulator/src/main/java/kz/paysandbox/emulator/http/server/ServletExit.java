package kz.paysandbox.emulator.http.server;

import io.javalin.http.Context;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import kz.paysandbox.emulator.core.faults.Effect;
import kz.paysandbox.emulator.http.Reply;

/** The way out of a request that came through Javalin. */
record ServletExit(Context context, Executor threads) implements Exit {

    @Override
    public void await(Supplier<CompletionStage<?>> work) {
        context.future(() -> work.get().toCompletableFuture());
    }

    @Override
    public Executor afterWaiting() {
        return threads;
    }

    @Override
    public CompletionStage<?> send(Reply reply, Effect effect) {
        return Sender.send(context, reply, effect, threads);
    }

    @Override
    public CompletionStage<?> sendEarly(Reply reply) {
        return Sender.sendEarly(context, reply);
    }
}
