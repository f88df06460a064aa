package kz.paysandbox.emulator.control;

import java.util.Optional;
import java.util.function.Supplier;
import kz.paysandbox.emulator.control.access.Audit;
import kz.paysandbox.emulator.control.access.Reach;
import kz.paysandbox.emulator.control.access.Visitor;
import kz.paysandbox.emulator.control.access.WatchedFeed;
import kz.paysandbox.emulator.control.call.ControlContext;
import kz.paysandbox.emulator.control.view.TokenView;
import kz.paysandbox.emulator.core.data.Excerpt;
import kz.paysandbox.emulator.http.Call;
import kz.paysandbox.emulator.http.Method;
import kz.paysandbox.emulator.http.Reply;
import kz.paysandbox.emulator.http.WorldCall;

/** Holds calls to the scope of their token, and writes down who changed what. */
final class ScopeGuard {

    private static final int CREATED = 201;
    private static final int LONGEST_PATH = 200;

    /** A path with a device's token, which nobody reads in the audit. */
    private static final String SECRET_PATH = "{token}";

    private final ControlContext context;

    ScopeGuard(ControlContext context) {
        this.context = context;
    }

    /**
     * What the row answers, where the token covers it.
     *
     * @param selected name of the world that the call selects
     */
    Reply answer(WorldCall worldCall, ControlEndpoint row, Visitor visitor, String selected, Supplier<Reply> handler) {
        boolean reads = row.method() == Method.GET;
        String named = named(worldCall.call(), row, selected);
        Optional<String> needs = visitor.scope()
                .lacks(row.reach(), reads, named)
                .or(() -> visitor.onlyWorld()
                        .filter(own -> row.reach() == Reach.DOCUMENT && !own.equals(selected))
                        .map(own -> "world:" + selected + " or all"));
        visitor.token().ifPresent(token -> context.operations().access().book().count(token, reads, needs.isPresent()));
        Reply reply = needs.map(lacking -> outOfScope(visitor, lacking))
                .or(() -> gone(worldCall, row, visitor))
                .orElseGet(handler);
        return reads && needs.isEmpty()
                ? watched(reply, visitor)
                : written(reply, worldCall.call(), row, visitor, named);
    }

    private static String named(Call call, ControlEndpoint row, String selected) {
        return row.reach() == Reach.NAMED_WORLD || row.reach() == Reach.CREDENTIALS
                ? call.pathParameters().getOrDefault("name", "")
                : selected;
    }

    private Reply outOfScope(Visitor visitor, String needs) {
        String scope = visitor.scope().toString();
        return context.json()
                .problem(
                        403,
                        "out-of-scope",
                        "the token " + visitor.name().orElse("") + " has the scope " + scope + "; this call needs "
                                + needs,
                        new TokenView.OutOfScope(scope, needs));
    }

    /** The world of the token is not there: then no other is shown in its place. */
    private Optional<Reply> gone(WorldCall worldCall, ControlEndpoint row, Visitor visitor) {
        return visitor.onlyWorld()
                .filter(own ->
                        row.reach() == Reach.WORLD && !worldCall.world().name().equals(own))
                .map(own -> context.json()
                        .problem(404, "unknown-world", "the world " + own + " of this token is not there"));
    }

    /** A stream ends with its token. */
    private Reply watched(Reply reply, Visitor visitor) {
        return reply.feed().isPresent() && visitor.token().isPresent()
                ? reply.withFeed(new WatchedFeed(
                        reply.feed().get(),
                        visitor.token().get(),
                        context.operations().access().book()))
                : reply;
    }

    private Reply written(Reply reply, Call call, ControlEndpoint row, Visitor visitor, String named) {
        if (reply.later().isPresent()) {
            return Reply.later(reply.later().get().thenApply(late -> written(late, call, row, visitor, named)));
        }
        boolean ofServer = row.reach() == Reach.SERVER || row.reach() == Reach.TOKENS;
        context.operations()
                .access()
                .audit()
                .add(new Audit.Entry(
                        context.worlds().machineTime(),
                        visitor.name(),
                        call.method(),
                        row.path().contains(SECRET_PATH) ? row.path() : Excerpt.of(call.path(), LONGEST_PATH),
                        ofServer ? Optional.empty() : Optional.of(named),
                        ofServer && reply.status() == CREATED ? made(reply) : Optional.empty(),
                        reply.status()));
        return reply;
    }

    private Optional<String> made(Reply reply) {
        return context.json().object(reply.body()).map(made -> made.get("name")).map(String::valueOf);
    }
}
