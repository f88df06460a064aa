package kz.paysandbox.gateway.http.access;

import java.util.Optional;
import kz.paysandbox.gateway.http.route.Caller;
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
     * A payment by the bank's number.
     *
     * @param externalId as it was sent, whatever that is
     */
    public Result<Payment> ofExternalId(Caller caller, String externalId) {
        if (!externalId.matches("[0-9]{1,18}")) {
            return unknown();
        }
        long number = Long.parseLong(externalId);
        return own(
                caller, database.transaction(sql -> database.tables().payments().ofExternalId(sql, number)));
    }

    /** A payment by our own number. */
    public Result<Payment> ofId(Caller caller, String id) {
        return own(
                caller, database.transaction(sql -> database.tables().payments().find(sql, id)));
    }

    private static Result<Payment> own(Caller caller, Optional<Payment> payment) {
        return payment.filter(found -> caller.admin() || caller.shop().equals(Optional.of(found.shop())))
                .map(Result::of)
                .orElseGet(OwnPayments::unknown);
    }

    /** The answer to a payment that there is not, or that is another shop's. */
    public static Result<Payment> unknown() {
        return Result.refused(RefusalCode.PAYMENT_NOT_FOUND, "the shop has no such payment");
    }
}
