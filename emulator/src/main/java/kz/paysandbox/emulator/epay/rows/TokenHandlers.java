package kz.paysandbox.emulator.epay.rows;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import kz.paysandbox.emulator.core.Money;
import kz.paysandbox.emulator.core.Outcome;
import kz.paysandbox.emulator.epay.call.BodyReader;
import kz.paysandbox.emulator.epay.call.EpayCall;
import kz.paysandbox.emulator.epay.call.EpayWire;
import kz.paysandbox.emulator.epay.domain.PaymentProcess;
import kz.paysandbox.emulator.epay.domain.codes.Refusal;
import kz.paysandbox.emulator.epay.domain.tokens.AccessToken;
import kz.paysandbox.emulator.epay.domain.tokens.Binding;
import kz.paysandbox.emulator.epay.domain.tokens.Grant;
import kz.paysandbox.emulator.epay.domain.tokens.Shop;
import kz.paysandbox.emulator.epay.rules.EpayClause;
import kz.paysandbox.emulator.epay.wire.Answers;
import kz.paysandbox.emulator.epay.wire.RequestNames;
import kz.paysandbox.emulator.http.Reply;

/** Handlers that issue tokens (authorisation page); refusals as RFC 6749 writes them. */
public final class TokenHandlers {

    private record Problem(int status, String error, String description) {}

    private static final String IN_HEADER = "the credentials came in the header Authorization: Basic; the authorisation"
            + " page has client_id and client_secret in the body";

    private static final Problem WRONG_CLIENT =
            new Problem(401, "invalid_client", "client_id or client_secret is wrong");

    private TokenHandlers() {}

    public static Reply token(EpayCall call) {
        Reply reply = judge(call)
                .flatMap(fine -> shop(call))
                .flatMap(shop -> issue(call, shop))
                .fold(
                        token -> {
                            call.protocolRules().issued(token, call.worldCall());
                            return call.wire().json(200, answer(call, token));
                        },
                        problem -> isInHeader(call)
                                ? refused(call.wire(), problem).because(IN_HEADER)
                                : refused(call.wire(), problem));
        return reply.with("Cache-Control", "no-store");
    }

    /** What a client that nobody knows is answered. */
    public static Reply wrongClient(EpayWire wire) {
        return refused(wire, WRONG_CLIENT).with("Cache-Control", "no-store");
    }

    private static Reply refused(EpayWire wire, Problem problem) {
        return wire.json(problem.status(), new Answers.OAuthError(problem.error(), problem.description()))
                .because(problem.description());
    }

    /** As {@code curl -u client:secret} sends them. */
    private static boolean isInHeader(EpayCall call) {
        boolean complete =
                !call.text("client_id").isEmpty() && !call.text("client_secret").isEmpty();
        return !complete
                && call.worldCall()
                        .call()
                        .header("Authorization")
                        .filter(header -> header.toLowerCase(Locale.ROOT).startsWith("basic "))
                        .isPresent();
    }

    private static Outcome<Boolean, Problem> judge(EpayCall call) {
        Outcome<Boolean, Refusal> kind = call.body().kind() == BodyReader.Kind.JSON
                ? call.compliance().deviates(EpayClause.TOKEN_JSON_BODY, "the body is JSON")
                : Outcome.ok(true);
        return orInvalid(kind.flatMap(fine -> call.written()).flatMap(fine -> call.named(RequestNames.TOKEN_REQUEST)));
    }

    private static Outcome<Shop, Problem> shop(EpayCall call) {
        String clientId = call.text("client_id");
        if (clientId.isEmpty()) {
            return problem(400, "invalid_request", "client_id is missing");
        }
        Optional<Shop> shop = call.bank().shopOfClient(clientId);
        if (shop.filter(found -> isSame(found.secret(), call.text("client_secret")))
                .isEmpty()) {
            call.worldCall()
                    .note("client_id or client_secret is not one of this sandbox's worlds; sandbox env prints them");
            return Outcome.refused(WRONG_CLIENT);
        }
        return Outcome.ok(shop.get());
    }

    private static Outcome<AccessToken, Problem> issue(EpayCall call, Shop shop) {
        Optional<Grant> grant = Grant.of(call.text("grant_type"));
        if (grant.isEmpty()) {
            return call.text("grant_type").isEmpty()
                    ? problem(400, "invalid_request", "grant_type is missing")
                    : problem(
                            400,
                            "unsupported_grant_type",
                            "grant_type is client_credentials, password or refresh_token");
        }
        return switch (grant.get()) {
            case CLIENT_CREDENTIALS -> fresh(call, shop, Grant.CLIENT_CREDENTIALS);
            case PASSWORD ->
                call.text("username").isEmpty() || call.text("password").isEmpty()
                        ? problem(400, "invalid_grant", "username and password are needed")
                        : fresh(call, shop, Grant.PASSWORD);
            case REFRESH_TOKEN ->
                call.bank()
                        .tokens()
                        .takeRefresh(call.text("refresh_token"), shop)
                        .<Outcome<AccessToken, Problem>>map(known -> Outcome.ok(call.bank()
                                .tokens()
                                .issue(
                                        shop,
                                        Grant.PASSWORD,
                                        known.scope(),
                                        known.binding(),
                                        call.now(),
                                        known.validity().life())))
                        .orElseGet(() -> problem(400, "invalid_grant", "refresh_token is unknown, or was used before"));
        };
    }

    private static Outcome<AccessToken, Problem> fresh(EpayCall call, Shop shop, Grant grant) {
        Duration life = grant == Grant.PASSWORD
                ? call.services().config().lives().passwordToken()
                : call.services().config().lives().token();
        return scope(call)
                .flatMap(scope -> binding(call)
                        .map(binding -> call.bank().tokens().issue(shop, grant, scope, binding, call.now(), life)));
    }

    private static Outcome<String, Problem> scope(EpayCall call) {
        String scope = Arrays.stream(call.text("scope").split("\\s+"))
                .filter(word -> !word.isEmpty())
                .distinct()
                .collect(Collectors.joining(" "));
        if (scope.isEmpty()) {
            return orInvalid(call.compliance().deviates(EpayClause.SCOPE_MISSING, "no scope"))
                    .map(accepted -> "payment");
        }
        return AccessToken.SCOPES.containsAll(Arrays.asList(scope.split(" ")))
                ? Outcome.ok(scope)
                : problem(400, "invalid_scope", "scope holds a word that no page prints");
    }

    private static Outcome<Binding, Problem> binding(EpayCall call) {
        String invoiceId = call.text("invoiceID");
        String amount = call.text("amount");
        Optional<Money> money = amount.isEmpty() ? Optional.empty() : money(amount);
        if (!amount.isEmpty() && money.isEmpty()) {
            return problem(400, "invalid_request", "amount must be a number from 0 with at most two decimals");
        }
        String currency = call.text("currency");
        if (!currency.isEmpty() && !PaymentProcess.CURRENCIES.contains(currency)) {
            return problem(400, "invalid_request", "currency must be KZT or USD");
        }
        String terminal = call.text("terminal");
        Binding binding = new Binding(
                invoiceId,
                money,
                currency,
                terminal.isEmpty() ? call.text("terminalId") : terminal,
                call.text("secret_hash"),
                call.text("postLink"),
                call.text("failurePostLink"));
        return invoiceId.isEmpty()
                ? Outcome.ok(binding)
                : orInvalid(Invoices.judge(call, invoiceId)).map(accepted -> binding);
    }

    private static Optional<Money> money(String amount) {
        try {
            return Money.exactly(new BigDecimal(amount)).filter(money -> money.tiyn() >= 0);
        } catch (NumberFormatException notANumber) {
            return Optional.empty();
        }
    }

    private static Answers.Token answer(EpayCall call, AccessToken token) {
        long seconds = token.validity().life().toSeconds();
        Object expires = call.services().config().form().messages().expiresAsText() ? String.valueOf(seconds) : seconds;
        String type = token.grant() == Grant.PASSWORD ? "bearer" : "Bearer";
        return new Answers.Token(token.value(), expires, token.refresh(), token.scope(), type);
    }

    private static boolean isSame(String secret, String sent) {
        return MessageDigest.isEqual(secret.getBytes(StandardCharsets.UTF_8), sent.getBytes(StandardCharsets.UTF_8));
    }

    private static Outcome<Boolean, Problem> orInvalid(Outcome<Boolean, Refusal> verdict) {
        return verdict.fold(Outcome::ok, refusal -> problem(400, "invalid_request", refusal.detail()));
    }

    private static <T> Outcome<T, Problem> problem(int status, String error, String description) {
        return Outcome.refused(new Problem(status, error, description));
    }
}
