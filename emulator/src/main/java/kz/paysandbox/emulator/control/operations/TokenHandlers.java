package kz.paysandbox.emulator.control.operations;

import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.paysandbox.emulator.control.access.NamedToken;
import kz.paysandbox.emulator.control.access.Quota;
import kz.paysandbox.emulator.control.access.Scope;
import kz.paysandbox.emulator.control.access.TokenBook;
import kz.paysandbox.emulator.control.access.Visitor;
import kz.paysandbox.emulator.control.call.ControlCall;
import kz.paysandbox.emulator.control.call.ControlContext;
import kz.paysandbox.emulator.control.view.TokenView;
import kz.paysandbox.emulator.core.Worlds;
import kz.paysandbox.emulator.core.data.DurationText;
import kz.paysandbox.emulator.core.settings.Complaint;
import kz.paysandbox.emulator.http.Reply;
import kz.paysandbox.emulator.input.Scalar;
import kz.paysandbox.emulator.input.Table;
import kz.paysandbox.emulator.input.Values;

/** Making, listing and withdrawing tokens, and what was done with them. */
public final class TokenHandlers {

    private static final int MOST_WORLDS = 100_000;
    private static final int USUAL_ENTRIES = 100;
    private static final int MOST_ENTRIES = 1_000;

    private final ControlContext context;
    private final TokenBook tokens;

    public TokenHandlers(ControlContext context) {
        this.context = context;
        this.tokens = context.operations().access().book();
    }

    private static Table shape() {
        return new Table()
                .required(
                        "name",
                        Scalar.pattern(
                                "a name of 1 to 64 Latin letters, digits, '.', '_' or '-', the first no sign",
                                Worlds.NAME_FORM),
                        "whose it is")
                .required(
                        "scope",
                        Scalar.pattern("all, read or world:NAME", Scope.FORM, "all", "read"),
                        "what it opens: all, read or world:NAME")
                .optional("expires", expiry(), "From when on it opens nothing")
                .optional("worlds", Scalar.whole(0, MOST_WORLDS), "Most worlds that it may have made at a time")
                .optional("bytes", Scalar.whole(1), "Most bytes that those may hold");
    }

    /** When, or how long from now. */
    private static Scalar expiry() {
        Scalar instant = Scalar.instant();
        return new Scalar(
                "an instant such as 2027-01-15T10:00:00+05:00, or a duration such as 30d",
                Scalar.Form.ANY,
                text -> instant.parse()
                        .apply(text)
                        .or(() -> DurationText.read(text)
                                .filter(span -> !span.isNegative() && span.toDays() <= 36_500)
                                .map(span -> text)),
                List.of(),
                Map.of("type", "string"));
    }

    public Reply create(ControlCall call) {
        return limited(call)
                .orElseGet(() -> shape().values(call.body())
                        .fold(this::create, problem -> context.json().problem(400, "invalid", problem)));
    }

    /** Who has limits could else get rid of them by another token. */
    private Optional<Reply> limited(ControlCall call) {
        return call.visitor().quota().isNone()
                ? Optional.empty()
                : Optional.of(context.json()
                        .problem(403, "not-allowed", "a token with limits of its own makes and withdraws no tokens"));
    }

    private Reply create(Values given) {
        String name = given.text("name").orElse("");
        if (name.equals(Visitor.FIRST)) {
            return taken();
        }
        Quota quota = new Quota(given.whole("worlds"), given.number("bytes"));
        try {
            return tokens.add(
                            name,
                            Scope.parse(given.text("scope").orElse("")).orElseThrow(),
                            given.text("expires").map(this::instant),
                            quota)
                    .fold(
                            made -> context.json()
                                    .reply(201, TokenView.Made.of(made.token(), made.secret()))
                                    .with("Cache-Control", "no-store"),
                            this::refused);
        } catch (UncheckedIOException unwritten) {
            return notKept(unwritten);
        }
    }

    private Instant instant(String text) {
        return DurationText.read(text)
                .map(context.worlds().machineTime()::plus)
                .orElseGet(() -> OffsetDateTime.parse(text).toInstant());
    }

    private Reply refused(TokenBook.Refusal refusal) {
        return switch (refusal) {
            case NAME_TAKEN -> taken();
            case TOO_MANY ->
                context.json()
                        .problem(
                                409,
                                "too-many-tokens",
                                "there are at most " + TokenBook.MOST + " tokens; withdraw some");
        };
    }

    private Reply taken() {
        return context.json()
                .problem(409, "token-exists", "there is a token of this name; choose another or withdraw it");
    }

    private Reply notKept(UncheckedIOException unwritten) {
        return context.json().problem(500, "not-kept", "the tokens could not be written: " + unwritten.getMessage());
    }

    public Reply list(ControlCall call) {
        Instant now = context.worlds().machineTime();
        return context.json()
                .reply(
                        200,
                        tokens.all().stream()
                                .map(token -> TokenView.Listed.of(token, tokens.use(token), now))
                                .toList());
    }

    public Reply remove(ControlCall call) {
        return limited(call).orElseGet(() -> remove(call.path("name")));
    }

    private Reply remove(String name) {
        try {
            return tokens.remove(name)
                    ? Reply.empty(204)
                    : context.json()
                            .problem(
                                    404,
                                    "unknown",
                                    Complaint.unknown(
                                            "token",
                                            name,
                                            tokens.all().stream()
                                                    .map(NamedToken::name)
                                                    .toList()));
        } catch (UncheckedIOException unwritten) {
            return notKept(unwritten);
        }
    }

    /** What the caller's own token opens. */
    public Reply own(ControlCall call) {
        return context.json().reply(200, TokenView.Own.of(call.visitor())).with("Cache-Control", "no-store");
    }

    public Table auditQuery() {
        return new Table()
                .optional("token", Scalar.text(64), "Only of the token of this name")
                .optional("limit", Scalar.whole(1, MOST_ENTRIES), "At most so many. Default: 100");
    }

    public Reply audit(ControlCall call) {
        Optional<String> token = call.query().text("token");
        return context.json()
                .reply(
                        200,
                        context.operations().access().audit().all().stream()
                                .filter(entry ->
                                        token.isEmpty() || entry.token().equals(token))
                                .limit(call.query().whole("limit").orElse(USUAL_ENTRIES))
                                .map(TokenView.Audited::of)
                                .toList());
    }
}
