package kz.paysandbox.gateway.boot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kz.paysandbox.adapters.error.PaymentException;
import kz.paysandbox.adapters.kaspi.payment.Bin;
import kz.paysandbox.adapters.kaspi.payment.TradePoint;
import kz.paysandbox.adapters.merchant.MerchantKaspi;
import kz.paysandbox.gateway.http.access.AccessTokens;
import kz.paysandbox.gateway.store.GatewayDatabase;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a start makes where it is missing, and what it says: the first admin token, and over the sandbox the tills of a
 * first shop, so that a newcomer can pay at once.
 *
 * @param gateway that has started
 * @param tokenFile where the admin token is
 * @param newToken the token, if it was made now
 * @param tills of the first shop that were registered now
 */
public record FirstStart(Gateway gateway, Path tokenFile, Optional<String> newToken, List<String> tills) {
    /** The shop that has tills over an empty database and the sandbox. */
    public static final String SHOP = "5";

    private static final Logger LOG = LoggerFactory.getLogger(FirstStart.class);

    /** The organisations of the sandbox's default world that take payments. */
    private static final List<Bin> SANDBOX_BINS = List.of(Bin.of("180340021791"), Bin.of("990340000013"));

    /** Copies the list. */
    public FirstStart {
        tills = List.copyOf(tills);
    }

    /** Makes what is missing. */
    public static FirstStart of(Gateway gateway, GatewaySettings settings) {
        Path file = settings.adminTokenFile();
        Optional<String> made = adminToken(gateway, file);
        return new FirstStart(gateway, file, made, gateway.overSandbox() ? tills(gateway) : List.of());
    }

    /**
     * Only a database without an admin is given one: the token of the file, which is made where it is absent. A token that
     * was removed does not come back with the next start.
     */
    private static Optional<String> adminToken(Gateway gateway, Path file) {
        GatewayDatabase database = gateway.database();
        AccessTokens tokens = gateway.tokens();
        boolean none = database.transaction(sql -> database.tables().tokens().of(sql, Optional.empty()))
                .isEmpty();
        try {
            if (Files.exists(file)) {
                String token = Files.readString(file).strip();
                if (none) {
                    tokens.keep(token, AccessTokens.Terms.ADMIN);
                } else if (!tokens.knows(token)) {
                    LOG.warn(
                            "the admin token of {} is not one of this database, or was removed: it opens nothing",
                            file);
                }
                return Optional.empty();
            }
            if (!none) {
                return Optional.empty();
            }
            String token = tokens.fresh();
            PrivateFile.write(file, token + "\n");
            tokens.keep(token, AccessTokens.Terms.ADMIN);
            return Optional.of(token);
        } catch (IOException e) {
            throw new UncheckedIOException(file + ": the admin token cannot be read or written", e);
        }
    }

    private static List<String> tills(Gateway gateway) {
        MerchantKaspi merchant = gateway.useCases().banks().merchant();
        boolean empty = Stream.concat(
                        SANDBOX_BINS.stream().flatMap(bin -> merchant.configs().ofBin(bin).stream()),
                        merchant.configs().of(SHOP).stream())
                .findAny()
                .isEmpty();
        List<String> registered = new ArrayList<>();
        if (empty) {
            for (Bin bin : SANDBOX_BINS) {
                register(gateway, bin).ifPresent(registered::add);
            }
        }
        return registered;
    }

    private static Optional<String> register(Gateway gateway, Bin bin) {
        try {
            TradePoint first =
                    gateway.useCases().banks().kaspi().tradePoints(bin).get(0);
            gateway.useCases()
                    .banks()
                    .merchant()
                    .register(SHOP, bin, first.id(), "GATEWAY-" + first.id(), first.name());
            return Optional.of("BIN " + bin + ", trade point " + first.id());
        } catch (PaymentException e) {
            LOG.warn("no till of BIN {} was registered for shop {}: {}", bin, SHOP, e.getMessage());
            return Optional.empty();
        }
    }

    /** What is printed. */
    public String text() {
        return StartText.of(this);
    }
}
