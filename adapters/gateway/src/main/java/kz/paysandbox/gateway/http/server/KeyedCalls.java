package kz.paysandbox.gateway.http.server;

import java.util.Arrays;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import kz.paysandbox.adapters.merchant.store.StoreFailed;
import kz.paysandbox.gateway.http.route.Answer;
import kz.paysandbox.gateway.http.route.Call;
import kz.paysandbox.gateway.http.route.Family;
import kz.paysandbox.gateway.http.route.Handler;
import kz.paysandbox.gateway.http.route.MoneyAnswers;
import kz.paysandbox.gateway.http.route.Problems;
import kz.paysandbox.gateway.http.route.Route;
import kz.paysandbox.gateway.pay.Identity;
import kz.paysandbox.gateway.pay.MoneyResult;
import kz.paysandbox.gateway.payment.Operation;
import kz.paysandbox.gateway.payment.OperationState;
import kz.paysandbox.gateway.payment.Refusal;
import kz.paysandbox.gateway.payment.RefusalCode;
import kz.paysandbox.gateway.payment.Result;
import kz.paysandbox.gateway.store.GatewayDatabase;
import kz.paysandbox.gateway.store.IdempotencyKey;
import kz.paysandbox.gateway.store.IdempotencyTable;
import kz.paysandbox.gateway.store.Sha256;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Calls that move money, with and without an Idempotency-Key. The first finished answer of a key is kept and given again
 * byte for byte; what was refused before anything was written, or for a while only, and what is not known yet, is not
 * kept.
 */
final class KeyedCalls {
    private static final Logger LOG = LoggerFactory.getLogger(KeyedCalls.class);
    private static final Pattern KEY = Pattern.compile("[ -~]{1,255}");
    private static final String PARAMETER = "idempotency_key";
    private static final int LEAST_FAILURE = 400;
    private static final int CREATED = 201;

    private final GatewayDatabase database;
    private final Identity identity;
    private final boolean required;

    KeyedCalls(GatewayDatabase database, Identity identity, boolean required) {
        this.database = database;
        this.identity = identity;
        this.required = required;
    }

    /** The answer, whatever it is. */
    Answer answer(Route route, Handler.Money handler, Call call, Incoming incoming) {
        Result<Optional<String>> named = key(route.family(), call);
        if (named instanceof Result.Refused<Optional<String>> refused) {
            return Problems.of(route.family(), refused.refusal(), call.origin());
        }
        Optional<IdempotencyKey> key = ((Result.Ok<Optional<String>>) named)
                .value()
                .map(given -> new IdempotencyKey(call.caller().tokenId(), given, fingerprint(route, call, incoming)));
        if (key.isEmpty() && required) {
            return refused(route, call, RefusalCode.IDEMPOTENCY_KEY_MISSING, "an Idempotency-Key is demanded");
        }
        Optional<IdempotencyTable.Kept> kept = key.flatMap(given -> database.database()
                .reading(sql -> database.tables().idempotency().find(sql, given)));
        if (kept.isPresent()) {
            return repeated(route, handler, call, key.get(), kept.get());
        }
        return handler.work()
                .begin(call, key)
                .fold(
                        result -> first(route, handler, call, key, result),
                        refusal -> Problems.of(route.family(), refusal, call.origin()));
    }

    private Answer first(
            Route route, Handler.Money handler, Call call, Optional<IdempotencyKey> key, MoneyResult result) {
        Answer answer = rendered(route, handler, call, result);
        key.filter(given -> MoneyAnswers.finished(answer)).ifPresent(given -> keep(given, answer));
        if (MoneyAnswers.passing(answer) && result.operation().isPresent()) {
            key.ifPresent(given -> release(given, result.operation().get()));
        }
        return answer;
    }

    /** A database that goes away now must not make a failure of what was carried out. */
    private static Answer rendered(Route route, Handler.Money handler, Call call, MoneyResult result) {
        try {
            return MoneyAnswers.of(route, handler, result, call.origin());
        } catch (StoreFailed e) {
            LOG.error(
                    "{}: {} was done, and cannot be told: SQLSTATE {}",
                    call.origin().requestId(),
                    route.path(),
                    e.sqlState());
            return result.operation()
                    .map(operation -> MoneyAnswers.unknown(route.family(), result, operation))
                    .orElseThrow(() -> e);
        }
    }

    /** An answer that cannot be kept is made anew of what is written when the call is repeated. */
    private void keep(IdempotencyKey key, Answer answer) {
        try {
            database.transaction(sql -> {
                database.tables()
                        .idempotency()
                        .answer(sql, key, new IdempotencyTable.Answer(answer.status(), answer.body()));
                return true;
            });
        } catch (StoreFailed e) {
            LOG.warn("the answer to a key could not be kept: SQLSTATE {}", e.sqlState());
        }
    }

    /** The operation was not carried out and the key is free; a key that cannot be freed now is when it is used again. */
    private void release(IdempotencyKey key, Operation operation) {
        try {
            database.<Integer>transaction(sql -> database.tables().idempotency().release(sql, key, operation.id()));
        } catch (StoreFailed e) {
            LOG.warn("a key could not be freed: SQLSTATE {}", e.sqlState());
        }
    }

    private Answer repeated(
            Route route, Handler.Money handler, Call call, IdempotencyKey key, IdempotencyTable.Kept kept) {
        if (!kept.fingerprint().equals(key.fingerprint())) {
            return refused(
                    route, call, RefusalCode.IDEMPOTENCY_KEY_REUSED, "the key was used before, for another request");
        }
        if (kept.answer().isPresent()) {
            return again(route.family(), kept.answer().get(), kept.paymentId());
        }
        MoneyResult now = present(kept);
        if (now.operation().filter(this::underWay).isPresent()) {
            return refused(
                    route, call, RefusalCode.IDEMPOTENCY_IN_FLIGHT, "the first request with this key is under way");
        }
        return first(route, handler, call, Optional.of(key), now).with("Idempotent-Replayed", "true");
    }

    private boolean underWay(Operation operation) {
        return operation.state() == OperationState.STARTED
                && identity.clock().instant().isBefore(operation.createdAt().plus(identity.longestCall()));
    }

    private MoneyResult present(IdempotencyTable.Kept kept) {
        return database.transaction(sql -> {
            Optional<Operation> operation = Optional.empty();
            if (kept.operationId().isPresent()) {
                operation = database.tables()
                        .operations()
                        .find(sql, kept.operationId().get());
            }
            return new MoneyResult(
                    database.tables().payments().find(sql, kept.paymentId()).orElseThrow(), operation);
        });
    }

    private static Answer again(Family family, IdempotencyTable.Answer kept, String paymentId) {
        boolean problem = kept.httpStatus() >= LEAST_FAILURE && family != Family.WRAPPER;
        Answer answer = Answer.of(kept.httpStatus(), problem ? Answer.PROBLEM : Answer.JSON, kept.body());
        return (kept.httpStatus() == CREATED ? answer.with("Location", "/api/v1/payments/" + paymentId) : answer)
                .with("Idempotent-Replayed", "true");
    }

    private static Answer refused(Route route, Call call, RefusalCode code, String detail) {
        return Problems.of(route.family(), Refusal.of(code, detail), call.origin());
    }

    private static Result<Optional<String>> key(Family family, Call call) {
        Optional<String> header = call.header("Idempotency-Key");
        Optional<String> parameter =
                family == Family.WRAPPER ? call.fields().find(PARAMETER).map(field -> field.text()) : Optional.empty();
        if (header.isPresent() && parameter.isPresent() && !header.equals(parameter)) {
            return Result.refused(Refusal.invalid(PARAMETER, "differs from the header Idempotency-Key"));
        }
        Optional<String> key = header.or(() -> parameter);
        return key.filter(given -> !KEY.matcher(given).matches()).isPresent()
                ? Result.refused(Refusal.invalid("Idempotency-Key", "has not 1 to 255 printable characters of ASCII"))
                : Result.of(key);
    }

    /** Of what is asked, not of who asks: tokens do not count. */
    private static String fingerprint(Route route, Call call, Incoming incoming) {
        String query = Arrays.stream(incoming.query().split("&"))
                .filter(pair -> !pair.startsWith("access_token=") && !pair.startsWith(PARAMETER + "="))
                .sorted()
                .collect(Collectors.joining("&"));
        return Sha256.hex(String.join(
                "\n",
                route.method().name(),
                route.path(),
                new TreeMap<>(call.fields().path()).toString(),
                query,
                incoming.body()));
    }
}
