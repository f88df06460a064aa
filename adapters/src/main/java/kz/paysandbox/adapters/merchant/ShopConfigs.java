package kz.paysandbox.adapters.merchant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import kz.paysandbox.adapters.kaspi.payment.Bin;
import kz.paysandbox.adapters.kaspi.payment.DeviceToken;
import kz.paysandbox.adapters.merchant.store.Database;
import kz.paysandbox.adapters.merchant.store.StoreFailed;

/** The table {@code payment_config}. Device tokens are encrypted where the database has a key. */
public final class ShopConfigs {
    private static final String COLUMNS = "select id, shop, organization_bin, trade_point_id, device_id, device_token,"
            + " active, default_of, description, verified_at from payment_config ";

    private static final int LONGEST_SHOP = 100;
    private static final int LONGEST_DEVICE_ID = 128;
    private static final int LONGEST_DESCRIPTION = 500;

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
        return query("where shop = ? order by id", shop);
    }

    /** All rows of an organisation, of whatever shop, switched-off ones included. */
    public List<ShopConfig> ofBin(Bin bin) {
        return query("where organization_bin = ? order by id", bin.value());
    }

    /** One row, switched on or off. */
    public Optional<ShopConfig> find(long id) {
        return query("where id = ?", id).stream().findFirst();
    }

    /** All rows that the bank accepted before the given instant, or never, and that are switched on; oldest first. */
    public List<ShopConfig> verifiedBefore(Instant instant) {
        return query("where active and (verified_at is null or verified_at < ?) order by id", instant);
    }

    /**
     * Keeps what the bank gave. Registering again replaces the token; the shop's first row becomes its default. Any
     * number of callers may do so at once.
     *
     * @param shop 1 to 100 characters
     * @param deviceId the till's own name, 1 to 128 characters
     * @param description for people, at most 500 characters
     * @throws IllegalArgumentException when one of them is longer, or has control characters
     */
    public ShopConfig save(
            String shop, Bin bin, long tradePointId, String deviceId, DeviceToken device, String description) {
        check(shop, deviceId, description);
        String token = database.sealed(device.value(), Database.tokenPlace(shop, bin.value(), tradePointId));
        Instant now = clock.instant();
        try {
            database.transaction(sql -> sql.insert(
                    "insert into payment_config (shop, organization_bin, trade_point_id, device_id, device_token, active,"
                            + " description, created_at, updated_at, verified_at) values (?, ?, ?, ?, ?, true, ?, ?, ?, ?)",
                    shop,
                    bin.value(),
                    tradePointId,
                    deviceId,
                    token,
                    description,
                    now,
                    now,
                    now));
        } catch (StoreFailed e) {
            if (!e.duplicate()) {
                throw e;
            }
            database.transaction(sql -> sql.update(
                    "update payment_config set device_id = ?, device_token = ?, active = true, description = ?,"
                            + " updated_at = ?, verified_at = ?"
                            + " where shop = ? and organization_bin = ? and trade_point_id = ?",
                    deviceId,
                    token,
                    description,
                    now,
                    now,
                    shop,
                    bin.value(),
                    tradePointId));
        }
        ShopConfig saved = find(shop, bin, tradePointId);
        makeDefaultIfFirst(saved);
        return find(shop, bin, tradePointId);
    }

    /** Makes a row its shop's default, in place of another; any number of callers may do so at once, the last one wins. */
    public void makeDefault(ShopConfig config) {
        database.repeated(sql -> {
            sql.query(
                    "select id from payment_config where shop = ? order by id for update",
                    row -> row.getLong("id"),
                    config.shop());
            sql.update(
                    "update payment_config set default_of = null, updated_at = ? where default_of = ?",
                    clock.instant(),
                    config.shop());
            return sql.update(
                    "update payment_config set default_of = shop, updated_at = ? where id = ?",
                    clock.instant(),
                    config.id());
        });
    }

    /**
     * Switches a row on or off. Payments that it took can be refunded and asked for all the same. A default that is
     * switched off stays the shop's default, and who names no BIN is refused ({@link BinSelection.NoSuchBin}) until it is
     * switched on again or another row is made the default: money never goes to another till by itself.
     */
    public void setActive(ShopConfig config, boolean active) {
        database.transaction(sql -> sql.update(
                "update payment_config set active = ?, updated_at = ? where id = ?",
                active,
                clock.instant(),
                config.id()));
    }

    /**
     * Describes a row anew.
     *
     * @param text for people, at most 500 characters
     * @throws IllegalArgumentException when it is longer, or has control characters
     */
    public void describe(ShopConfig config, String text) {
        fits(text, LONGEST_DESCRIPTION, "a description");
        database.transaction(sql -> sql.update(
                "update payment_config set description = ?, updated_at = ? where id = ?",
                text,
                clock.instant(),
                config.id()));
    }

    /** Checks what is to be kept, before the bank is asked for a token that could not be kept. */
    static void check(String shop, String deviceId, String description) {
        if (shop.isBlank() || deviceId.isBlank()) {
            throw new IllegalArgumentException("a shop and a till have names");
        }
        fits(shop, LONGEST_SHOP, "a shop's name");
        fits(deviceId, LONGEST_DEVICE_ID, "a till's name");
        fits(description, LONGEST_DESCRIPTION, "a description");
    }

    private static void fits(String text, int longest, String what) {
        if (text.length() > longest || text.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(
                    what + " has at most " + longest + " characters, none of them control ones");
        }
    }

    /** Keeps the token of a till that was registered again; whether the row is switched on does not change. */
    void renew(ShopConfig config, DeviceToken device) {
        String token = database.sealed(
                device.value(), Database.tokenPlace(config.shop(), config.bin().value(), config.tradePointId()));
        database.transaction(sql -> sql.update(
                "update payment_config set device_token = ?, updated_at = ?, verified_at = ? where id = ?",
                token,
                clock.instant(),
                clock.instant(),
                config.id()));
    }

    /** Notes that the bank knows the row's trade point. */
    void verified(ShopConfig config) {
        database.transaction(sql ->
                sql.update("update payment_config set verified_at = ? where id = ?", clock.instant(), config.id()));
    }

    private void makeDefaultIfFirst(ShopConfig config) {
        try {
            database.transaction(sql -> sql.update(
                    "update payment_config set default_of = shop where id = ? and not exists"
                            + " (select 1 from payment_config other where other.default_of = ?)",
                    config.id(),
                    config.shop()));
        } catch (StoreFailed e) {
            if (!e.collision()) {
                throw e;
            }
        }
    }

    private ShopConfig find(String shop, Bin bin, long tradePointId) {
        return query("where shop = ? and organization_bin = ? and trade_point_id = ?", shop, bin.value(), tradePointId)
                .get(0);
    }

    private List<ShopConfig> query(String where, Object... values) {
        return database.reading(sql -> sql.query(COLUMNS + where, this::read, values));
    }

    private ShopConfig read(ResultSet row) throws SQLException {
        String shop = row.getString("shop");
        String bin = row.getString("organization_bin");
        long tradePointId = row.getLong("trade_point_id");
        return new ShopConfig(
                row.getLong("id"),
                shop,
                Bin.of(bin),
                tradePointId,
                row.getString("device_id"),
                DeviceToken.of(
                        database.opened(row.getString("device_token"), Database.tokenPlace(shop, bin, tradePointId))),
                row.getBoolean("active"),
                row.getString("default_of") != null,
                row.getString("description"),
                Optional.ofNullable(row.getObject("verified_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant));
    }
}
