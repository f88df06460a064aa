package kz.paysandbox.gateway.http.server;

import io.javalin.http.Context;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import kz.paysandbox.gateway.http.access.AccessTokens;
import kz.paysandbox.gateway.http.access.Admission;
import kz.paysandbox.gateway.http.route.Answer;
import kz.paysandbox.gateway.http.route.Call;
import kz.paysandbox.gateway.http.route.Family;
import kz.paysandbox.gateway.http.route.Method;
import kz.paysandbox.gateway.http.route.Route;
import kz.paysandbox.gateway.pay.Identity;
import kz.paysandbox.gateway.payment.RefusalCode;
import kz.paysandbox.gateway.store.GatewayDatabase;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What every request goes through: it is read, admitted, answered, and the answer is sent with what all of them have. */
public final class Front {
    private static final Logger LOG = LoggerFactory.getLogger(Front.class);
    private static final int TOO_LARGE = 413;

    /** Family A's calls by GET are deprecated from the start (RFC 9745): 27 November 2026. */
    private static final String GET_DEPRECATED = "@1795737600";

    private final Dispatcher dispatcher;
    private final RequestReader reader;
    private final Cors cors;
    private final Observation observation;

    private Front(Dispatcher dispatcher, RequestReader reader, Cors cors, Observation observation) {
        this.dispatcher = dispatcher;
        this.reader = reader;
        this.cors = cors;
        this.observation = observation;
    }

    /** Over a database. */
    public static Front of(
            GatewayDatabase database, AccessTokens tokens, Identity identity, Gate gate, Observation observation) {
        Dispatcher dispatcher = new Dispatcher(
                new Admission(database, tokens, identity.clock()),
                new KeyedCalls(database, identity, gate.keyRequired()),
                gate);
        return new Front(
                dispatcher,
                new RequestReader(gate.trustedProxies(), identity.ids()),
                new Cors(gate.origins()),
                observation);
    }

    /** Request ids for what never becomes a request. */
    Supplier<String> ids() {
        return reader.ids();
    }

    /** A request that a row takes; its thread has the request's number for a name, so that each line of the log has it. */
    void serve(Context context, Route route) throws IOException {
        Call.Origin origin = reader.origin(context);
        Thread thread = Thread.currentThread();
        String idle = thread.getName();
        thread.setName(origin.requestId());
        try {
            serve(context, route, origin);
        } finally {
            thread.setName(idle);
        }
    }

    private void serve(Context context, Route route, Call.Origin origin) throws IOException {
        long begun = observation.nanoTime().getAsLong();
        Answer answer = answer(route, reader.read(context, route.family(), origin));
        if (route.family() == Family.WRAPPER && route.method() == Method.GET) {
            answer = answer.with("Deprecation", GET_DEPRECATED);
        }
        Optional<String> page = scriptOrigin(context);
        if (cors.allows(route.family(), page)) {
            answer = Cors.shared(answer, page.orElseThrow());
        }
        Duration took = Duration.ofNanos(observation.nanoTime().getAsLong() - begun);
        observation.requests().answered(Optional.of(route), answer.status(), took);
        LOG.debug("{}: {} {} {}", origin.requestId(), route.method(), route.path(), answer.status());
        send(context, answer, origin);
    }

    private Answer answer(Route route, Incoming incoming) {
        observation.traces().begin(incoming.headers());
        try {
            return dispatcher.answer(route, incoming);
        } finally {
            observation.traces().end();
        }
    }

    /** A request to a row's address by another method. */
    void refuse(Context context, Paths.Known path) {
        Call.Origin origin = reader.origin(context);
        Optional<String> page = scriptOrigin(context);
        boolean question = context.req().getMethod().equals("OPTIONS") && cors.allows(path.family(), page);
        Answer answer = question
                ? Cors.preflight(page.orElseThrow(), path.allowed())
                : Dispatcher.refused(
                                path.family(),
                                origin,
                                RefusalCode.METHOD_NOT_ALLOWED,
                                "this address is not for this method")
                        .with("Allow", path.allowed());
        observation.requests().answered(Optional.empty(), answer.status(), Duration.ZERO);
        send(context, answer, origin);
    }

    /** A request that no row takes. */
    void unmatched(Context context, Family family) {
        Call.Origin origin = reader.origin(context);
        Answer answer = Dispatcher.refused(family, origin, RefusalCode.NOT_FOUND, "there is no such address");
        observation.requests().answered(Optional.empty(), answer.status(), Duration.ZERO);
        send(context, answer, origin);
    }

    /** The origin of the page whose script calls, if one does. */
    private static Optional<String> scriptOrigin(Context context) {
        return Optional.ofNullable(context.header("Origin"));
    }

    private static void send(Context context, Answer answer, Call.Origin origin) {
        context.status(answer.status());
        context.header("X-Request-ID", origin.requestId());
        context.header("Cache-Control", "no-store");
        context.header("X-Content-Type-Options", "nosniff");
        if (answer.status() == TOO_LARGE) {
            context.header("Connection", "close");
        }
        answer.headers().forEach(context::header);
        if (!answer.contentType().isEmpty()) {
            context.contentType(
                    answer.contentType().startsWith("text/")
                                    && !answer.contentType().contains("charset")
                            ? answer.contentType() + "; charset=utf-8"
                            : answer.contentType());
            context.result(answer.body().getBytes(StandardCharsets.UTF_8));
        }
    }
}
