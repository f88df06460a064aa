package kz.paysandbox.adapters.merchant;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import kz.paysandbox.adapters.error.PaymentException;
import kz.paysandbox.adapters.error.Rejected;
import kz.paysandbox.adapters.kaspi.KaspiR3;
import kz.paysandbox.adapters.kaspi.payment.Bin;
import kz.paysandbox.adapters.kaspi.payment.DeviceToken;
import kz.paysandbox.adapters.kaspi.payment.KaspiCode;
import kz.paysandbox.adapters.kaspi.payment.TradePoint;
import kz.paysandbox.adapters.merchant.store.StoreFailed;
import kz.paysandbox.adapters.money.MoneyAnswer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The upkeep of the shops' tills: registers anew those that the bank no longer knows, and checks their trade points.
 */
final class Tills {
    private static final Logger LOG = LoggerFactory.getLogger(Tills.class);

    private final KaspiR3 kaspi;
    private final ShopConfigs configs;
    private final Lines lines;
    private final Clock clock;

    Tills(KaspiR3 kaspi, ShopConfigs configs, Lines lines, Clock clock) {
        this.kaspi = kaspi;
        this.configs = configs;
        this.lines = lines;
        this.clock = clock;
    }

    /** A money call; refused for its till (-1501, -1502) it was not carried out, and is made once more with a new token. */
    <T> MoneyAnswer<T> money(ShopConfig config, Function<ShopConfig, MoneyAnswer<T>> call) {
        MoneyAnswer<T> first = call.apply(config);
        return first.fold(
                yes -> first, no -> renewed(config, no.reason()).map(call).orElse(first), unknown -> first);
    }

    /** A reading; refused for its till it is made once more with a new token. */
    <T> T reading(ShopConfig config, Function<ShopConfig, T> call) {
        try {
            return call.apply(config);
        } catch (Rejected e) {
            return call.apply(renewed(config, e).orElseThrow(() -> e));
        }
    }

    private Optional<ShopConfig> renewed(ShopConfig config, PaymentException reason) {
        if (!(reason instanceof Rejected rejected) || !dead(rejected)) {
            return Optional.empty();
        }
        try {
            Optional<ShopConfig> byAnother =
                    configs.find(config.id()).filter(now -> !now.device().equals(config.device()));
            if (byAnother.isPresent()) {
                return byAnother;
            }
            DeviceToken device = kaspi.registerDevice(config.bin(), config.deviceId(), config.tradePointId());
            if (device.equals(config.device()) && !unknown(rejected)) {
                return Optional.empty();
            }
            configs.renew(config, device);
            String said = "the bank no longer knew the token of till " + config.deviceId() + " (code " + rejected.code()
                    + "): registered again";
            lines.noteRegistration(config, said);
            LOG.warn("shop {}, BIN {}, trade point {}: {}", config.shop(), config.bin(), config.tradePointId(), said);
            return configs.find(config.id());
        } catch (PaymentException | StoreFailed e) {
            LOG.warn(
                    "shop {}, BIN {}: till {} is refused with code {}, and cannot be registered again: {}",
                    config.shop(),
                    config.bin(),
                    config.deviceId(),
                    rejected.code(),
                    e.getMessage());
            return Optional.empty();
        }
    }

    private static boolean dead(Rejected rejected) {
        return unknown(rejected) || KaspiCode.of(rejected.code()) == KaspiCode.DEVICE_INACTIVE;
    }

    /** Registered, such a till is good, even with its old token; one that is switched off stays so. */
    private static boolean unknown(Rejected rejected) {
        return KaspiCode.of(rejected.code()) == KaspiCode.DEVICE_NOT_FOUND;
    }

    List<TillCheck> check(Duration olderThan) {
        Map<Bin, List<TradePoint>> known = new HashMap<>();
        Map<Bin, String> failed = new HashMap<>();
        return configs.verifiedBefore(clock.instant().minus(olderThan)).stream()
                .map(config -> check(config, known, failed))
                .toList();
    }

    /** One question for each organisation, however many tills it has. */
    private TillCheck check(ShopConfig config, Map<Bin, List<TradePoint>> known, Map<Bin, String> failed) {
        Bin bin = config.bin();
        if (!known.containsKey(bin) && !failed.containsKey(bin)) {
            try {
                known.put(bin, kaspi.tradePoints(bin));
            } catch (PaymentException e) {
                failed.put(bin, String.valueOf(e.getMessage()));
            }
        }
        if (failed.containsKey(bin)) {
            return said(new TillCheck(config, false, false, "the bank could not be asked: " + failed.get(bin)));
        }
        boolean listed =
                known.getOrDefault(bin, List.of()).stream().anyMatch(point -> point.id() == config.tradePointId());
        if (!listed) {
            return said(
                    new TillCheck(config, true, false, "the bank does not list trade point " + config.tradePointId()));
        }
        configs.verified(config);
        return new TillCheck(config, true, true, "listed");
    }

    private static TillCheck said(TillCheck check) {
        LOG.warn("shop {}, BIN {}: {}", check.config().shop(), check.config().bin(), check.finding());
        return check;
    }
}
