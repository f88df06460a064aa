package kz.paysandbox.adapters.epay;

import java.io.IOException;
import java.security.PublicKey;
import java.util.List;
import java.util.Optional;
import kz.paysandbox.adapters.epay.payment.Cryptogram;
import kz.paysandbox.adapters.epay.payment.SavedCard;
import kz.paysandbox.adapters.epay.wire.Answers;
import kz.paysandbox.adapters.epay.wire.EpayJson;
import kz.paysandbox.adapters.error.PaymentException;
import kz.paysandbox.adapters.error.Rejected;
import kz.paysandbox.adapters.transport.ApiResponse;

/** The bank's key for cards, and the list of saved cards. */
final class CardReading {
    private static final long NO_CARDS = 1373;

    private CardReading() {}

    static PublicKey cardKey(ApiResponse response) {
        if (!response.successful()) {
            throw EpayReading.refusal(response);
        }
        try {
            return Cryptogram.key(response.text());
        } catch (IllegalArgumentException e) {
            throw EpayReading.violation(response, "not the bank's RSA key");
        }
    }

    /** No cards: an object with code 1373 instead of the list. */
    static List<SavedCard> cards(ApiResponse response) {
        String text = response.text().stripLeading();
        if (!response.successful() || text.startsWith("{")) {
            PaymentException refused = EpayReading.refusal(response);
            if (refused instanceof Rejected rejected && rejected.code() == NO_CARDS) {
                return List.of();
            }
            throw refused;
        }
        try {
            return EpayReading.required(
                            response, EpayJson.readList(response.body(), Answers.SavedCard.class), "the list")
                    .stream()
                    .map(each -> EpayReading.required(response, each, "a row"))
                    .map(row -> new SavedCard(
                            EpayReading.required(response, row.id(), "ID"),
                            row.cardMask() == null ? "" : row.cardMask(),
                            row.paymentAvailable() == null || row.paymentAvailable(),
                            Optional.ofNullable(row.transactionId())))
                    .toList();
        } catch (IOException e) {
            throw EpayReading.violation(response, "not a list of cards");
        }
    }
}
