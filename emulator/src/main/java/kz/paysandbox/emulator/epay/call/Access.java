package kz.paysandbox.emulator.epay.call;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import kz.paysandbox.emulator.core.Outcome;
import kz.paysandbox.emulator.core.World;
import kz.paysandbox.emulator.core.Worlds;
import kz.paysandbox.emulator.epay.domain.EpayBank;
import kz.paysandbox.emulator.epay.domain.codes.Reason;
import kz.paysandbox.emulator.epay.domain.codes.Refusal;
import kz.paysandbox.emulator.epay.domain.tokens.AccessToken;
import kz.paysandbox.emulator.epay.rules.EpayClause;
import kz.paysandbox.emulator.epay.rules.ProtocolRules;
import kz.paysandbox.emulator.http.Call;
import kz.paysandbox.emulator.http.Reply;
import kz.paysandbox.emulator.http.WorldCall;
import kz.paysandbox.emulator.http.WorldHeader;

/** Whose world a call belongs to, and whether its token opens the row (authorisation page). */
public final class Access {

    private static final String BEARER = "bearer ";
    private static final int TAG = 8;

    private final Worlds worlds;
    private final EpayWire wire;

    public Access(Worlds worlds, EpayWire wire) {
        this.worlds = worlds;
        this.wire = wire;
    }

    /** The world of the header, else {@code main}. */
    public World worldOfStranger(Call call) {
        return WorldHeader.world(call, worlds).orElseGet(worlds::main);
    }

    /** The world of the token, client id or id in the path. */
    public Optional<World> worldOf(Call call) {
        Optional<World> byToken = bearer(call).flatMap(this::tagged);
        if (byToken.isPresent()) {
            return byToken;
        }
        if (call.path().endsWith("/oauth2/token")) {
            return BodyReader.read(call)
                    .flatMap(body -> body.fields().find("client_id"))
                    .flatMap(id -> worlds.holding(id.value().text()));
        }
        if (call.path().startsWith("/payform") || call.path().startsWith("/redesign-payform")) {
            Optional<World> byPayment = BodyReader.read(call)
                    .flatMap(body -> PageStart.of(call, body))
                    .flatMap(PageStart::token)
                    .flatMap(this::tagged);
            if (byPayment.isPresent()) {
                return byPayment;
            }
        }
        if (call.path().endsWith("/confirmPayment") || call.path().endsWith("/payment/confirm")) {
            return BodyReader.read(call)
                    .flatMap(body -> body.fields().find("MD"))
                    .flatMap(md -> tagged(md.value().text()));
        }
        return Stream.of("page", "link", "md")
                .flatMap(name -> Optional.ofNullable(call.pathParameters().get(name)).stream())
                .findFirst()
                .flatMap(this::tagged);
    }

    /** A caller whose token opens a guarded row; nobody's token on an open one. */
    public Outcome<Optional<AccessToken>, Reply> admit(
            WorldCall worldCall, TokenRequirement requirement, Compliance compliance) {
        WorldHeader.judge(worldCall, worlds);
        if (requirement == TokenRequirement.OPEN) {
            return Outcome.ok(Optional.empty());
        }
        Optional<String> sent = bearer(worldCall.call());
        if (sent.isEmpty()) {
            return Outcome.refused(wire.unauthorized(401, "invalid_request", "no bearer token")
                    .because("the client sent no header Authorization: Bearer <token>"));
        }
        EpayBank bank = worldCall.world().part(EpayBank.class);
        Optional<AccessToken> token = bank.tokens().find(sent.get());
        if (token.isEmpty()) {
            return Outcome.refused(wire.unauthorized(401, "invalid_token", "the token is unknown")
                    .because("the token is not one that this world gave out"));
        }
        if (!token.get().isAlive(worldCall.world().now())) {
            compliance.finding(
                    EpayClause.TOKEN_EXPIRED,
                    "the token expired on " + token.get().validity().end());
            return Outcome.refused(expired().because("the token has expired by the world's clock"));
        }
        boolean opens = requirement == TokenRequirement.PAY
                ? token.get().mayPay()
                : token.get().mayOperate();
        if (!opens) {
            return Outcome.refused(wire.unauthorized(403, "insufficient_scope", "the token's scope is too small")
                    .because("the token's scope '" + token.get().scope() + "' does not open this call"));
        }
        return original(token.get(), requirement, worldCall, compliance)
                .<Outcome<Optional<AccessToken>, Reply>>fold(
                        fine -> Outcome.ok(token),
                        refusal -> Outcome.refused(wire.unauthorized(401, "invalid_token", refusal.detail())));
    }

    /** What a call with an expired token is answered. */
    public Reply expired() {
        return wire.unauthorized(401, "invalid_token", "the token has expired");
    }

    private static Outcome<Boolean, Refusal> original(
            AccessToken token, TokenRequirement requirement, WorldCall worldCall, Compliance compliance) {
        worldCall.world().part(ProtocolRules.class).used(token);
        return requirement.usesUp() ? spend(token, worldCall, compliance) : Outcome.ok(true);
    }

    /** Each payment and each operation has a token of its own. */
    public static Outcome<Boolean, Refusal> spend(AccessToken token, WorldCall worldCall, Compliance compliance) {
        Optional<Long> first = worldCall.world().part(ProtocolRules.class).spent(token, worldCall.number());
        OptionalInt before = worldCall.world().part(EpayBank.class).tokens().use(token.value());
        if (before.isEmpty()) {
            return Refusal.refuse(Reason.MALFORMED, "the token is unknown");
        }
        return before.getAsInt() == 0
                ? Outcome.ok(true)
                : compliance.deviates(
                        EpayClause.TOKEN_REUSED,
                        "the token had been used for a payment or an operation before",
                        Reason.MALFORMED,
                        first.stream().toList());
    }

    private Optional<World> tagged(String text) {
        return text.length() < TAG
                ? Optional.empty()
                : worlds.holding(text.substring(0, TAG).toLowerCase(Locale.ROOT));
    }

    private static Optional<String> bearer(Call call) {
        return call.header("Authorization")
                .filter(header -> header.toLowerCase(Locale.ROOT).startsWith(BEARER))
                .map(header -> header.substring(BEARER.length()).strip())
                .or(() -> Optional.ofNullable(call.query().get("Access"))
                        .filter(token -> call.path().endsWith("/confirmPayment")));
    }
}
