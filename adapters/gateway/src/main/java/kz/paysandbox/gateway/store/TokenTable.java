package kz.paysandbox.gateway.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import kz.paysandbox.adapters.merchant.store.Sql;

/**
 * The table {@code access_token}: hashes alone, no token.
 *
 * @param clock of {@code last_used_at}
 */
public record TokenTable(Clock clock) {
    private static final Duration USE_WRITTEN_EVERY = Duration.ofMinutes(1);

    /**
     * A token's row.
     *
     * @param id the row
     * @param shop whose it is; empty for an admin's
     * @param role admin, owner or cashier
     * @param prefix its first characters, which name it
     * @param allowedAddresses addresses and ranges with commas; empty for any
     * @param expiresAt when it ends, if it does
     * @param lastUsedAt when it was last used, by the minute
     */
    public record TokenRow(
            long id,
            Optional<String> shop,
            String role,
            String prefix,
            Optional<String> allowedAddresses,
            Optional<Instant> expiresAt,
            Optional<Instant> lastUsedAt) {}

    /** Keeps a token by its hash. */
    public long insert(Sql sql, TokenRow row, String hash) throws SQLException {
        return sql.insert(
                "insert into access_token (shop, role, hash, prefix, allowed_addresses, expires_at, created_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?)",
                row.shop(),
                row.role(),
                hash,
                row.prefix(),
                row.allowedAddresses(),
                row.expiresAt(),
                clock.instant());
    }

    /**
     * The token with this beginning, ended ones included.
     *
     * @param hash whether its hash is the right one
     */
    public Optional<TokenRow> ofPrefix(Sql sql, String prefix, Predicate<String> hash) throws SQLException {
        return sql.first(
                        "select * from access_token where prefix = ?",
                        row -> hash.test(row.getString("hash")) ? Optional.of(read(row)) : Optional.<TokenRow>empty(),
                        prefix)
                .flatMap(found -> found);
    }

    /** All tokens of a shop; of admins, where it is empty. */
    public List<TokenRow> of(Sql sql, Optional<String> shop) throws SQLException {
        return shop.isPresent()
                ? sql.query("select * from access_token where shop = ? order by id", TokenTable::read, shop.get())
                : sql.query("select * from access_token where shop is null order by id", TokenTable::read);
    }

    /** Removes a token; false when there is none. */
    public boolean remove(Sql sql, Optional<String> shop, String prefix) throws SQLException {
        return (shop.isPresent()
                        ? sql.update("delete from access_token where shop = ? and prefix = ?", shop.get(), prefix)
                        : sql.update("delete from access_token where shop is null and prefix = ?", prefix))
                == 1;
    }

    /** Whether the use of a token is to be noted: at most once a minute. */
    public boolean useDue(TokenRow row) {
        return row.lastUsedAt()
                .filter(last -> last.plus(USE_WRITTEN_EVERY).isAfter(clock.instant()))
                .isEmpty();
    }

    /** Notes that a token was used; false where it is gone. */
    public boolean used(Sql sql, TokenRow row) throws SQLException {
        return sql.update("update access_token set last_used_at = ? where id = ?", clock.instant(), row.id()) == 1;
    }

    private static TokenRow read(ResultSet row) throws SQLException {
        return new TokenRow(
                row.getLong("id"),
                Rows.text(row, "shop"),
                row.getString("role"),
                row.getString("prefix"),
                Rows.text(row, "allowed_addresses"),
                Rows.optionalInstant(row, "expires_at"),
                Rows.optionalInstant(row, "last_used_at"));
    }
}
