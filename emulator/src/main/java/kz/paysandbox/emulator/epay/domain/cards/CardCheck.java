package kz.paysandbox.emulator.epay.domain.cards;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Optional;
import kz.paysandbox.emulator.core.Outcome;
import kz.paysandbox.emulator.epay.domain.codes.Reason;
import kz.paysandbox.emulator.epay.domain.codes.Refusal;

/** The check of what was typed or encrypted as a card, before any issuer is asked. */
public final class CardCheck {

    private final boolean acceptsUnknown;

    /**
     * @param acceptsUnknown whether a well-formed number that is no test card pays
     */
    public CardCheck(boolean acceptsUnknown) {
        this.acceptsUnknown = acceptsUnknown;
    }

    /** The card's face, or what is wrong; checked in this order: number, expiry, CVC, whether the sandbox knows it. */
    public Outcome<CardSummary, Refusal> judge(CardData card, Instant now) {
        if (!isNumber(card.pan())) {
            return Refusal.silently(Reason.CARD_NUMBER, numberMistake(card.pan()));
        }
        Optional<TestCard> known = TestCards.find(card.pan());
        boolean everAccepted =
                known.filter(found -> found.hasExpiry(card.expiry())).isPresent();
        if (!everAccepted && !isAhead(card.expiry(), now)) {
            return Refusal.silently(Reason.CARD_EXPIRY, expiryMistake(card.expiry()));
        }
        if (!card.cvc().matches("\\d{1,4}")
                || known.filter(found -> !found.fits(card.expiry(), card.cvc())).isPresent()) {
            return Refusal.silently(Reason.CARD_DATA, cvcMistake(card.cvc()));
        }
        return known.map(TestCard::behavior)
                .or(() -> acceptsUnknown ? Optional.of(CardBehavior.OK) : Optional.empty())
                .<Outcome<CardSummary, Refusal>>map(behavior -> Outcome.ok(CardSummary.of(card.pan(), behavior)))
                .orElseGet(() -> Refusal.silently(
                        Reason.CARD_UNKNOWN,
                        "the sandbox does not know this card number; GET /__sandbox/cards lists those it knows"));
    }

    private static String numberMistake(String pan) {
        if (pan.isEmpty()) {
            return "the cryptogram holds no hpan";
        }
        if (!pan.matches("\\d*")) {
            return "hpan has other characters than digits and spaces";
        }
        return pan.matches("\\d{12,19}")
                ? "hpan has a wrong check digit (Luhn)"
                : "hpan has " + pan.length() + " digits; a card number has 12 to 19";
    }

    private static String expiryMistake(String expiry) {
        if (expiry.isEmpty()) {
            return "the cryptogram holds no expDate";
        }
        return expiry.matches("(0[1-9]|1[0-2])\\d{2}")
                ? "expDate is past by the world's clock"
                : "expDate is not MMYY with a month from 01 to 12";
    }

    private static String cvcMistake(String cvc) {
        if (cvc.isEmpty()) {
            return "the cryptogram holds no cvc";
        }
        return cvc.matches("\\d{1,4}")
                ? "cvc or expDate is not this test card's; GET /__sandbox/cards lists them"
                : "cvc is not 1 to 4 digits";
    }

    /** Twelve to nineteen digits with a right check digit (Luhn). */
    public static boolean isNumber(String pan) {
        if (!pan.matches("\\d{12,19}")) {
            return false;
        }
        int sum = 0;
        for (int place = 0; place < pan.length(); place++) {
            int digit = pan.charAt(pan.length() - 1 - place) - '0';
            int doubled = digit * 2 > 9 ? digit * 2 - 9 : digit * 2;
            sum += place % 2 == 0 ? digit : doubled;
        }
        return sum % 10 == 0;
    }

    private static boolean isAhead(String expiry, Instant now) {
        if (!expiry.matches("\\d{4}")) {
            return false;
        }
        try {
            YearMonth last = YearMonth.of(
                    2000 + Integer.parseInt(expiry.substring(2)), Integer.parseInt(expiry.substring(0, 2)));
            return !last.isBefore(YearMonth.from(now.atOffset(ZoneOffset.ofHours(5))));
        } catch (DateTimeException noMonth) {
            return false;
        }
    }
}
