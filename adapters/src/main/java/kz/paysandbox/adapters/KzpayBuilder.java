package kz.paysandbox.adapters;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import kz.paysandbox.adapters.money.Reconciliation;
import kz.paysandbox.adapters.transport.Background;
import kz.paysandbox.adapters.transport.CallListener;
import kz.paysandbox.adapters.transport.DaemonThreads;
import kz.paysandbox.adapters.transport.HttpSettings;
import kz.paysandbox.adapters.transport.RetryPolicy;
import kz.paysandbox.adapters.transport.Surroundings;
import kz.paysandbox.adapters.transport.Transport;
import org.jspecify.annotations.Nullable;

/** A builder of everything that can be chosen for clients; for one thread, and {@link #build} at the end. */
public final class KzpayBuilder {
    private @Nullable Settings settings;
    private HttpSettings http = HttpSettings.standard(Surroundings.system());
    private Optional<Transport> transport = Kzpay.Parts.USUAL.transport();
    private UnaryOperator<Reconciliation> reconciliation = Kzpay.Parts.USUAL.reconciliation();
    private Supplier<Background> background = Kzpay.Parts.USUAL.background();

    KzpayBuilder() {}

    /** Which bank, and as whom; {@link Settings#ofProgram()} unless it is given. */
    public KzpayBuilder settings(Settings other) {
        settings = other;
        return this;
    }

    /** For a whole call, repeats included; 30 s unless it is given. */
    public KzpayBuilder deadline(Duration other) {
        http = http.withDeadline(other);
        return this;
    }

    /** For the connection and its handshake; 5 s unless it is given. */
    public KzpayBuilder connectTimeout(Duration other) {
        http = http.withConnectTimeout(other);
        return this;
    }

    /** How long a connection may lie idle and still be used; 30 s unless it is given. */
    public KzpayBuilder maxIdle(Duration other) {
        http = http.withMaxIdle(other);
        return this;
    }

    /** The longest answer that is read; 1 MiB unless it is given. */
    public KzpayBuilder maxResponseBytes(int other) {
        http = http.withMaxResponseBytes(other);
        return this;
    }

    /** When reads are repeated; calls that move money never are. {@link RetryPolicy#standard()} unless it is given. */
    public KzpayBuilder retryReads(RetryPolicy other) {
        http = http.withRetry(other);
        return this;
    }

    /** Hears of each request, besides the listeners given before; for metrics, tracing, headers. */
    public KzpayBuilder listener(CallListener more) {
        http = http.withListener(
                http.listener() == CallListener.SILENT ? more : http.listener().and(more));
        return this;
    }

    /** The calendar, for certificates, tokens and payments' lives; the machine's unless it is given. */
    public KzpayBuilder clock(Clock other) {
        http = http.withSurroundings(http.surroundings().withClock(other));
        return this;
    }

    /** Time, sleep, chance and ids together; the machine's unless they are given. */
    public KzpayBuilder surroundings(Surroundings other) {
        http = http.withSurroundings(other);
        return this;
    }

    /** How a lost answer about money is looked into, made of the usual way. */
    public KzpayBuilder reconciliation(UnaryOperator<Reconciliation> change) {
        reconciliation = change;
        return this;
    }

    /** Where futures run and followings tell their changes, such as virtual threads; closing a client leaves it open. */
    public KzpayBuilder executor(Executor other) {
        background = () -> DaemonThreads.on("kzpay", other);
        return this;
    }

    /** Where futures and polls run, made for each client and closed with it. */
    public KzpayBuilder background(Supplier<Background> other) {
        background = other;
        return this;
    }

    /** A way out instead of the network, such as a fake bank; no certificate is then read. */
    public KzpayBuilder transport(Transport other) {
        transport = Optional.of(other);
        return this;
    }

    /** What was chosen, as clients' maker. */
    public Kzpay build() {
        Settings chosen = settings;
        return new Kzpay(
                chosen == null ? Settings.ofProgram() : chosen,
                http,
                new Kzpay.Parts(transport, reconciliation, background));
    }
}
