package kz.paysandbox.adapters.merchant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import kz.paysandbox.adapters.kaspi.Bin;
import kz.paysandbox.adapters.kaspi.DeviceToken;

/** The table {@code payment_config}. */
public final class ShopConfigs {
    private static final String COLUMNS = "select id, shop, organization_bin, trade_point_id, device_id, device_token,"
            + " active, default_of, description, verified_at from payment_config ";

    private final Database database;
    private final Clock clock;

    private ShopConfigs(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** The table of this database. */
    public static ShopConfigs of(Database database, Clock clock) {
        return new ShopConfigs(database, clock);
    }

    /** All rows of a shop, switched-off ones included. */
    public List<ShopConfig> of(String shop) {
        return database.query(COLUMNS + "where shop = ? order by id", ShopConfigs::read, shop);
    }

    /**
     * Keeps what the bank gave. Registering again replaces the token; the shop's first row becomes its default. Any
     * number of callers may do so at once.
     */
    public ShopConfig save(
            String shop, Bin bin, long tradePointId, String deviceId, DeviceToken device, String description) {
        OffsetDateTime now = now();
        try {
            database.insert(
                    "insert into payment_config (shop, organization_bin, trade_point_id, device_id, device_token, active,"
                            + " description, created_at, updated_at, verified_at) values (?, ?, ?, ?, ?, true, ?, ?, ?, ?)",
                    shop,
                    bin.value(),
                    tradePointId,
                    deviceId,
                    device.value(),
                    description,
                    now,
                    now,
                    now);
        } catch (StoreFailed e) {
            if (!e.duplicate()) {
                throw e;
            }
            database.update(
                    "update payment_config set device_id = ?, device_token = ?, active = true, description = ?,"
                            + " updated_at = ?, verified_at = ?"
                            + " where shop = ? and organization_bin = ? and trade_point_id = ?",
                    deviceId,
                    device.value(),
                    description,
                    now,
                    now,
                    shop,
                    bin.value(),
                    tradePointId);
        }
        ShopConfig saved = find(shop, bin, tradePointId);
        makeDefaultIfFirst(saved);
        return find(shop, bin, tradePointId);
    }

    /** Makes a row its shop's default, in place of another; any number of callers may do so at once, the last one wins. */
    public void makeDefault(ShopConfig config) {
        for (int attempt = 1; ; attempt++) {
            try {
                database.transaction(connection -> {
                    Database.lock(
                            connection,
                            "select id from payment_config where shop = ? order by id for update",
                            config.shop());
                    Database.update(
                            connection,
                            "update payment_config set default_of = null, updated_at = ? where default_of = ?",
                            now(),
                            config.shop());
                    Database.update(
                            connection,
                            "update payment_config set default_of = shop, updated_at = ? where id = ?",
                            now(),
                            config.id());
                });
                return;
            } catch (StoreFailed e) {
                if (!e.collision() || attempt == 5) {
                    throw e;
                }
            }
        }
    }

    /** Switches a row on or off. */
    public void setActive(ShopConfig config, boolean active) {
        database.update(
                "update payment_config set active = ?, updated_at = ? where id = ?", active, now(), config.id());
    }

    private void makeDefaultIfFirst(ShopConfig config) {
        try {
            database.update(
                    "update payment_config set default_of = shop where id = ? and not exists"
                            + " (select 1 from payment_config other where other.default_of = ?)",
                    config.id(),
                    config.shop());
        } catch (StoreFailed e) {
            if (!e.collision()) {
                throw e;
            }
        }
    }

    private ShopConfig find(String shop, Bin bin, long tradePointId) {
        return database.query(
                        COLUMNS + "where shop = ? and organization_bin = ? and trade_point_id = ?",
                        ShopConfigs::read,
                        shop,
                        bin.value(),
                        tradePointId)
                .get(0);
    }

    private static ShopConfig read(ResultSet row) throws SQLException {
        return new ShopConfig(
                row.getLong("id"),
                row.getString("shop"),
                Bin.of(row.getString("organization_bin")),
                row.getLong("trade_point_id"),
                row.getString("device_id"),
                DeviceToken.of(row.getString("device_token")),
                row.getBoolean("active"),
                row.getString("default_of") != null,
                row.getString("description"),
                Optional.ofNullable(row.getObject("verified_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant));
    }

    private OffsetDateTime now() {
        Instant now = clock.instant();
        return now.atOffset(ZoneOffset.UTC);
    }
}
