package kz.paysandbox.gateway.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import kz.paysandbox.adapters.merchant.store.Database;
import kz.paysandbox.adapters.merchant.store.Sql;

/**
 * The table {@code saved_card}: the bank's names of cards, never numbers.
 *
 * @param database seals the bank's names, which pay
 * @param clock of its times
 */
public record CardTable(Database database, Clock clock) {
    /**
     * A card that a customer keeps with a shop.
     *
     * @param id ours
     * @param shop whose
     * @param accountId the shop's name of the customer
     * @param bankCardId the bank's name of the card; it pays
     * @param mask the masked number
     * @param active whether it may be paid with
     */
    public record SavedCard(String id, String shop, String accountId, String bankCardId, String mask, boolean active) {
        @Override
        public String toString() {
            return "SavedCard[" + id + "]";
        }
    }

    /** Keeps a card; one that is there already is active again. */
    public void save(Sql sql, SavedCard card) throws SQLException {
        String hash = Sha256.hex(card.bankCardId());
        Instant now = clock.instant();
        int again = sql.update(
                "update saved_card set active = true, card_mask = ?, updated_at = ?"
                        + " where shop = ? and account_id = ? and card_hash = ?",
                card.mask(),
                now,
                card.shop(),
                card.accountId(),
                hash);
        if (again == 0) {
            sql.update(
                    "insert into saved_card (id, shop, account_id, card_id, card_hash, card_mask, active, created_at,"
                            + " updated_at) values (?, ?, ?, ?, ?, ?, true, ?, ?)",
                    card.id(),
                    card.shop(),
                    card.accountId(),
                    database.sealed(card.bankCardId(), place(card.id())),
                    hash,
                    card.mask(),
                    now,
                    now);
        }
    }

    /** The active cards of a customer of a shop, newest first. */
    public List<SavedCard> of(Sql sql, String shop, String accountId) throws SQLException {
        return sql.query(
                "select * from saved_card where shop = ? and account_id = ? and active order by created_at desc, id"
                        + " fetch first 100 rows only",
                this::read,
                shop,
                accountId);
    }

    /** An active card of a shop. */
    public Optional<SavedCard> find(Sql sql, String shop, String id) throws SQLException {
        return sql.first("select * from saved_card where shop = ? and id = ? and active", this::read, shop, id);
    }

    /** Forgets a card. */
    public boolean forget(Sql sql, String shop, String id) throws SQLException {
        return sql.update(
                        "update saved_card set active = false, updated_at = ? where shop = ? and id = ? and active",
                        clock.instant(),
                        shop,
                        id)
                == 1;
    }

    private SavedCard read(ResultSet row) throws SQLException {
        String id = row.getString("id");
        return new SavedCard(
                id,
                row.getString("shop"),
                row.getString("account_id"),
                database.opened(row.getString("card_id"), place(id)),
                row.getString("card_mask"),
                row.getBoolean("active"));
    }

    static String place(String id) {
        return "saved card " + id;
    }
}
