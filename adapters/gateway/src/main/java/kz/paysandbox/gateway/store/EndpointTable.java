package kz.paysandbox.gateway.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import kz.paysandbox.adapters.merchant.store.Database;
import kz.paysandbox.adapters.merchant.store.Sql;

/**
 * The table {@code webhook_endpoint}: where each shop is told, at most one address a shop.
 *
 * @param database seals secrets
 * @param clock of its times
 */
public record EndpointTable(Database database, Clock clock) {
    /**
     * Where a shop is told.
     *
     * @param shop whose
     * @param url where to
     * @param secret {@code whsec_…}, which signs
     * @param previous the one before, while both sign
     * @param failures tries in a row that failed
     */
    public record Endpoint(String shop, String url, String secret, Optional<String> previous, int failures) {
        @Override
        public String toString() {
            return "Endpoint[" + shop + ", " + url + "]";
        }
    }

    /** Sets a shop's address and secret; the secret before it signs too until the given instant. */
    public void put(Sql sql, String shop, String url, String secret, Optional<Instant> previousUntil)
            throws SQLException {
        Instant now = clock.instant();
        String sealed = database.sealed(secret, place(shop));
        int changed = sql.update(
                "update webhook_endpoint set url = ?, previous_secret = secret, previous_until = ?, secret = ?, failures = 0,"
                        + " updated_at = ? where shop = ?",
                url,
                previousUntil,
                sealed,
                now,
                shop);
        if (changed == 0) {
            sql.update(
                    "insert into webhook_endpoint (shop, url, secret, failures, created_at, updated_at)"
                            + " values (?, ?, ?, 0, ?, ?)",
                    shop,
                    url,
                    sealed,
                    now,
                    now);
        }
    }

    /** A shop's address, if it has one. */
    public Optional<Endpoint> find(Sql sql, String shop) throws SQLException {
        return sql.first("select * from webhook_endpoint where shop = ?", this::read, shop);
    }

    /** Removes a shop's address. */
    public boolean remove(Sql sql, String shop) throws SQLException {
        return sql.update("delete from webhook_endpoint where shop = ?", shop) == 1;
    }

    /** Counts tries in a row that failed. */
    public void failures(Sql sql, String shop, int inARow) throws SQLException {
        sql.update("update webhook_endpoint set failures = ? where shop = ?", inARow, shop);
    }

    private Endpoint read(ResultSet row) throws SQLException {
        String shop = row.getString("shop");
        Instant now = clock.instant();
        boolean both = Rows.optionalInstant(row, "previous_until")
                .filter(now::isBefore)
                .isPresent();
        return new Endpoint(
                shop,
                row.getString("url"),
                database.opened(row.getString("secret"), place(shop)),
                Rows.text(row, "previous_secret").filter(kept -> both).map(kept -> database.opened(kept, place(shop))),
                row.getInt("failures"));
    }

    static String place(String shop) {
        return "webhook secret of " + shop;
    }
}
