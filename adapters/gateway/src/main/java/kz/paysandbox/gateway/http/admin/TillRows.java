package kz.paysandbox.gateway.http.admin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import kz.paysandbox.adapters.error.PaymentException;
import kz.paysandbox.adapters.kaspi.payment.Bin;
import kz.paysandbox.adapters.merchant.ShopConfig;
import kz.paysandbox.adapters.merchant.ShopConfigs;
import kz.paysandbox.gateway.http.route.Answer;
import kz.paysandbox.gateway.http.route.Call;
import kz.paysandbox.gateway.http.route.Family;
import kz.paysandbox.gateway.http.route.FieldReader;
import kz.paysandbox.gateway.http.route.Method;
import kz.paysandbox.gateway.http.route.Role;
import kz.paysandbox.gateway.http.route.Route;
import kz.paysandbox.gateway.pay.Banks;
import kz.paysandbox.gateway.payment.BankRefusals;
import kz.paysandbox.gateway.payment.RefusalCode;
import kz.paysandbox.gateway.payment.Result;

/** Trade points, tills and configurations of a shop. A till's token is in no answer. */
public final class TillRows {
    private static final String SHOP = "/admin/shops/{shop_id}/";
    private static final String BIN = "organization_bin";
    private static final int OK = 200;
    private static final int CREATED = 201;
    private static final int LONGEST_DEVICE = 128;
    private static final int LONGEST_DESCRIPTION = 500;

    private final Banks banks;

    /** Over the bank and the table {@code payment_config}. */
    public TillRows(Banks banks) {
        this.banks = banks;
    }

    private ShopConfigs configs() {
        return banks.merchant().configs();
    }

    /** The rows. */
    public List<Route> rows() {
        return List.of(
                Route.plain(Method.GET, SHOP + "tradepoints", Role.ADMIN, Family.ADMIN, this::tradePoints),
                Route.plain(Method.POST, SHOP + "devices", Role.ADMIN, Family.ADMIN, this::register),
                Route.plain(Method.GET, SHOP + "configs", Role.ADMIN, Family.ADMIN, this::list),
                Route.plain(Method.PUT, SHOP + "configs/{id}/default", Role.ADMIN, Family.ADMIN, this::makeDefault),
                Route.plain(Method.PATCH, SHOP + "configs/{id}", Role.ADMIN, Family.ADMIN, this::change));
    }

    private Result<Answer> tradePoints(Call call) {
        FieldReader read = call.read().required(BIN);
        Optional<Bin> bin = read.bin(BIN);
        return read.then(() -> ShopPath.of(call))
                .then(shop -> asked(() -> banks.kaspi().tradePoints(bin.orElseThrow())))
                .map(points -> {
                    ObjectNode body =
                            AdminJson.object().put(BIN, bin.orElseThrow().value());
                    AdminJson.add(
                            body,
                            "trade_points",
                            points,
                            point -> AdminJson.object()
                                    .put("trade_point_id", point.id())
                                    .put("name", point.name()));
                    return Answer.ok(body);
                });
    }

    private Result<Answer> register(Call call) {
        FieldReader read = call.read().required(BIN, "trade_point_id", "device_id");
        Optional<Bin> bin = read.bin(BIN);
        Optional<Long> point = read.number("trade_point_id");
        Optional<String> device = read.text("device_id", LONGEST_DEVICE);
        if (device.filter(id -> !id.matches("[A-Za-z0-9_-]+")).isPresent()) {
            read.wrong("device_id", "has other characters than Latin letters, digits, dash and underscore");
        }
        String description = read.text("description", LONGEST_DESCRIPTION).orElse("");
        return read.then(() -> ShopPath.of(call)).then(shop -> {
            boolean known = configs().of(shop).stream()
                    .anyMatch(row -> row.bin().equals(bin.orElseThrow()) && row.tradePointId() == point.orElseThrow());
            return asked(() -> banks.merchant()
                            .register(shop, bin.orElseThrow(), point.orElseThrow(), device.orElseThrow(), description))
                    .map(config -> Answer.json(known ? OK : CREATED, json(config)));
        });
    }

    private static <T> Result<T> asked(Supplier<T> call) {
        try {
            return Result.of(call.get());
        } catch (PaymentException e) {
            return Result.refused(BankRefusals.kaspi(e));
        }
    }

    private Result<Answer> list(Call call) {
        return ShopPath.of(call).map(shop -> AdminJson.list("configs", configs().of(shop), TillRows::json));
    }

    private Result<Answer> makeDefault(Call call) {
        return own(call).map(config -> {
            configs().makeDefault(config);
            return now(config);
        });
    }

    private Result<Answer> change(Call call) {
        FieldReader read = call.read();
        Optional<Boolean> active = read.flag("is_active");
        Optional<String> description = read.text("description", LONGEST_DESCRIPTION);
        if (call.fields().find("is_active").isEmpty()
                && call.fields().find("description").isEmpty()) {
            read.wrong("is_active", "is missing, and so is description");
        }
        return read.then(() -> own(call)).map(config -> {
            active.ifPresent(on -> configs().setActive(config, on));
            if (call.fields().find("description").isPresent()) {
                configs().describe(config, description.orElse(""));
            }
            return now(config);
        });
    }

    private Answer now(ShopConfig config) {
        return Answer.ok(json(configs().find(config.id()).orElse(config)));
    }

    private Result<ShopConfig> own(Call call) {
        String id = call.fields().ofPath("id");
        return ShopPath.of(call)
                .then(shop -> (id.matches("[0-9]{1,18}")
                                ? configs().find(Long.parseLong(id))
                                : Optional.<ShopConfig>empty())
                        .filter(config -> config.shop().equals(shop))
                        .map(Result::of)
                        .orElseGet(
                                () -> Result.refused(RefusalCode.NO_SUCH_ITEM, "the shop has no such configuration")));
    }

    private static ObjectNode json(ShopConfig config) {
        ObjectNode body = AdminJson.object().put("id", config.id());
        AdminJson.shop(body, Optional.of(config.shop()))
                .put(BIN, config.bin().value())
                .put("trade_point_id", config.tradePointId())
                .put("device_id", config.deviceId())
                .put("is_active", config.active())
                .put("is_default", config.standard())
                .put("description", config.description());
        return AdminJson.instant(body, "verified_at", config.verifiedAt());
    }
}
