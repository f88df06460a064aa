package kz.paysandbox.gateway.http.admin;

import kz.paysandbox.gateway.http.route.Call;
import kz.paysandbox.gateway.http.route.FieldReader;
import kz.paysandbox.gateway.payment.Refusal;
import kz.paysandbox.gateway.payment.Result;

/** The shop in a row's path. */
final class ShopPath {
    private ShopPath() {}

    /** The shop, as tables have it. */
    static Result<String> of(Call call) {
        String given = call.fields().ofPath(FieldReader.SHOP);
        return given.matches("[0-9]{1,18}") && Long.parseLong(given) > 0
                ? Result.of(Long.toString(Long.parseLong(given)))
                : Result.refused(Refusal.invalid(FieldReader.SHOP, "is no whole number from 1 of at most 18 digits"));
    }
}
