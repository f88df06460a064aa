package kz.paysandbox.gateway.http.access;

import java.util.Optional;
import java.util.regex.Pattern;
import kz.paysandbox.gateway.http.route.Call;
import kz.paysandbox.gateway.http.route.Caller;
import kz.paysandbox.gateway.http.route.FieldReader;
import kz.paysandbox.gateway.payment.Payment;
import kz.paysandbox.gateway.payment.Refusal;
import kz.paysandbox.gateway.payment.RefusalCode;
import kz.paysandbox.gateway.payment.Result;
import kz.paysandbox.gateway.store.GatewayDatabase;

/**
 * Whose payments a caller may touch: those of the token's shop; an admin's token may touch all. Another shop's payment
 * is answered as one that there is not.
 */
public final class OwnPayments {
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final GatewayDatabase database;

    /** Over the table {@code payment}. */
    public OwnPayments(GatewayDatabase database) {
        this.database = database;
    }

    /**
     * The shop that a new payment is for.
     *
     * @param given the shop that the request names, if it does
     * @param field the request's field
     */
    public static Result<String> shop(Caller caller, Optional<String> given, String field) {
        if (caller.admin()) {
            return given.map(Result::of)
                    .orElseGet(() -> Result.refused(Refusal.invalid(field, "an admin's token has to name the shop")));
        }
        String own = caller.shop().orElseThrow();
        return given.filter(named -> !named.equals(own)).isPresent()
                ? Result.refused(RefusalCode.WRONG_SHOP, "the token is of another shop")
                : Result.of(own);
    }

    /**
     * A payment by the bank's number; of the shop that the request names, if it names one.
     *
     * @param externalId as it was sent, whatever that is
     */
    public Result<Payment> ofExternalId(Call call, String externalId) {
        if (!externalId.matches("[0-9]{1,18}")) {
            return unknown();
        }
        long number = Long.parseLong(externalId);
        return own(
                call, database.transaction(sql -> database.tables().payments().ofExternalId(sql, number)));
    }

    /**
     * A payment by our own number; of the shop that the request names, if it names one.
     *
     * @param id as it was sent, whatever that is
     */
    public Result<Payment> ofId(Call call, String id) {
        return isId(id)
                ? own(
                        call,
                        database.transaction(sql -> database.tables().payments().find(sql, id)))
                : unknown();
    }

    /** Whether a text can be one of our own numbers; others are not looked for. */
    public static boolean isId(String id) {
        return ID.matcher(id).matches();
    }

    private static Result<Payment> own(Call call, Optional<Payment> payment) {
        FieldReader read = call.read();
        Optional<String> named = read.shop(FieldReader.SHOP);
        return read.then(() -> payment.filter(
                        found -> call.caller().admin() || call.caller().shop().equals(Optional.of(found.shop())))
                .filter(found -> named.map(found.shop()::equals).orElse(true))
                .map(Result::of)
                .orElseGet(OwnPayments::unknown));
    }

    /** The answer to a payment that there is not, or that is another shop's. */
    public static Result<Payment> unknown() {
        return Result.refused(RefusalCode.PAYMENT_NOT_FOUND, "the shop has no such payment");
    }
}
