package kz.paysandbox.features.epay.steps;

import io.cucumber.java.ParameterType;
import kz.paysandbox.features.epay.driver.Card;

/** The words that scenarios of ePay share: cards of the test data page and of the sandbox, and what became of a payment. */
public final class EpayParameterTypes {

    /** The VISA card of the bank's test data page. */
    static final Card GOOD_CARD = new Card("4405639704015096", "0127", "321");

    /** Where a payment by card has got to; the wire's word for it. */
    public record CardStatus(String wire) {}

    @ParameterType("a good card|a MasterCard|an American Express card|a card without money|an expired card"
            + "|a card that its bank declines|a card over its limit|a stolen card|a locked card|a card with 3-D Secure"
            + "|a good card with a wrong CVC|a good card with a past expiry|a card that nobody knows"
            + "|a mistyped card number"
            + "|хорошей картой|картой MasterCard|картой American Express|картой без денег|просроченной картой"
            + "|картой, которой отказывает её банк|картой с исчерпанным лимитом|украденной картой"
            + "|заблокированной картой|картой с 3-D Secure|хорошей картой с неверным CVC"
            + "|хорошей картой с прошедшим сроком|никому не известной картой|картой с опечаткой в номере")
    public Card card(String words) {
        return switch (words) {
            case "a MasterCard", "картой MasterCard" -> new Card("5522042705066736", "0127", "775");
            case "an American Express card", "картой American Express" -> new Card("377514500004820", "0128", "0198");
            case "a card without money", "картой без денег" -> new Card("4405640000004842", "1235", "484");
            case "an expired card", "просроченной картой" -> new Card("4405640000004784", "1235", "478");
            case "a card that its bank declines", "картой, которой отказывает её банк" ->
                new Card("4405640000004628", "1235", "462");
            case "a card over its limit", "картой с исчерпанным лимитом" -> new Card("4405640000004883", "1235", "488");
            case "a stolen card", "украденной картой" -> new Card("4405640000004834", "1235", "483");
            case "a locked card", "заблокированной картой" -> new Card("4003032704547597", "0920", "170");
            case "a card with 3-D Secure", "картой с 3-D Secure" -> new Card("4405640000003000", "1235", "300");
            case "a good card with a wrong CVC", "хорошей картой с неверным CVC" ->
                new Card(GOOD_CARD.pan(), GOOD_CARD.expiry(), "999");
            case "a good card with a past expiry", "хорошей картой с прошедшим сроком" ->
                new Card(GOOD_CARD.pan(), "0120", GOOD_CARD.cvc());
            case "a card that nobody knows", "никому не известной картой" ->
                new Card("4111111111111111", "1235", "123");
            case "a mistyped card number", "картой с опечаткой в номере" -> new Card("4405639704015097", "0127", "321");
            default -> GOOD_CARD;
        };
    }

    @ParameterType("paid|held|released|released by time|given back in full|not carried out|verified"
            + "|оплачен|заблокирован|отменён|отменён по времени|возвращён целиком|не состоялся|проверен")
    public CardStatus cardStatus(String words) {
        return new CardStatus(
                switch (words) {
                    case "paid", "оплачен" -> "CHARGE";
                    case "held", "заблокирован" -> "AUTH";
                    case "released", "отменён" -> "CANCEL";
                    case "released by time", "отменён по времени" -> "CANCEL_OLD";
                    case "given back in full", "возвращён целиком" -> "REFUND";
                    case "verified", "проверен" -> "VERIFIED";
                    default -> "FAILED";
                });
    }
}
