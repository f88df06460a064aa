package kz.paysandbox.gateway.pay.card;

import java.util.List;
import java.util.Optional;
import kz.paysandbox.adapters.error.PaymentException;
import kz.paysandbox.adapters.error.Rejected;
import kz.paysandbox.gateway.pay.Banks;
import kz.paysandbox.gateway.payment.BankRefusals;
import kz.paysandbox.gateway.payment.RefusalCode;
import kz.paysandbox.gateway.payment.Result;
import kz.paysandbox.gateway.store.CardTable.SavedCard;
import kz.paysandbox.gateway.store.GatewayDatabase;

/** The cards that customers keep with a shop. The bank's names of them pay, and are given to nobody. */
public final class SavedCards {
    private final GatewayDatabase database;
    private final Banks.Cards bank;

    /** Over the bank and the table. */
    public SavedCards(GatewayDatabase database, Banks.Cards bank) {
        this.database = database;
        this.bank = bank;
    }

    /** The cards of a customer of a shop, newest first. */
    public List<SavedCard> of(String shop, String accountId) {
        return database.transaction(sql -> database.tables().documents().cards().of(sql, shop, accountId));
    }

    /** Forgets a card at the bank, and then here. One that the bank does not list any more is forgotten too. */
    public Result<SavedCard> forget(String shop, String id) {
        Optional<SavedCard> card = database.transaction(
                sql -> database.tables().documents().cards().find(sql, shop, id));
        if (card.isEmpty()) {
            return Result.refused(RefusalCode.NO_SUCH_ITEM, "the shop has no such saved card");
        }
        try {
            atBank(card.get());
        } catch (PaymentException e) {
            return Result.refused(BankRefusals.epayOperation(e));
        }
        database.transaction(sql -> database.tables().documents().cards().forget(sql, shop, id));
        return Result.of(card.get());
    }

    private void atBank(SavedCard card) {
        try {
            bank.client().forgetCard(card.bankCardId());
        } catch (Rejected e) {
            boolean listed = bank.client().savedCards(card.accountId()).stream()
                    .anyMatch(kept -> kept.id().equals(card.bankCardId()));
            if (listed) {
                throw e;
            }
        }
    }
}
