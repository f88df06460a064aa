package kz.paysandbox.emulator.epay.domain.cards;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import kz.paysandbox.emulator.core.Outcome;
import kz.paysandbox.emulator.epay.domain.Fixtures;
import kz.paysandbox.emulator.epay.domain.codes.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CardCheckTest {

    @ParameterizedTest
    @CsvSource({
        "4405639704015096, 0127, 321, OK",
        "4405639704015096, 0125, 815, OK",
        "377514500004820, 0128, 0198, OK",
        "377514500004820, 0128, 198, OK",
        "4405639704015096, 0930, 815, OK",
        "4405639704015096, 0127, 815, CARD_DATA",
        "4405639704015096, 0127, 32a, CARD_DATA",
        "4405639704015096, 0127, 32100, CARD_DATA",
        "4405639704015096, 1026, 321, CARD_EXPIRY",
        "4405639704015096, 1126, 321, OK",
        "4405639704015096, 1330, 321, CARD_EXPIRY",
        "4405639704015096, 01x7, 321, CARD_EXPIRY",
        "4405639704015097, 0127, 321, CARD_NUMBER",
        "44056397040, 0127, 321, CARD_NUMBER",
        "4111111111111111, 0130, 123, CARD_UNKNOWN"
    })
    void judges_number_then_expiry_then_cvc_then_knowledge(String pan, String expiry, String cvc, String expected) {
        Outcome<CardSummary, Refusal> judged =
                new CardCheck(false).judge(new CardData(pan, expiry, cvc, ""), Fixtures.NOON);
        String verdict = judged.fold(face -> "OK", refusal -> refusal.reason().name());
        assertThat(verdict).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "'', 0127, 321, the cryptogram holds no hpan",
        "44056397a, 0127, 321, hpan has other characters than digits and spaces",
        "44056397040, 0127, 321, hpan has 11 digits; a card number has 12 to 19",
        "4405639704015097, 0127, 321, hpan has a wrong check digit (Luhn)",
        "4111111111111111, '', 321, the cryptogram holds no expDate",
        "4111111111111111, 1330, 321, expDate is not MMYY with a month from 01 to 12",
        "4111111111111111, 1026, 321, expDate is past by the world's clock",
        "4111111111111111, 0130, '', the cryptogram holds no cvc",
        "4111111111111111, 0130, 12345, cvc is not 1 to 4 digits",
        "4405639704015096, 0127, 815, cvc or expDate is not this test card's; GET /__sandbox/cards lists them"
    })
    void a_refusal_tells_the_developer_what_is_wrong_with_the_card(String pan, String expiry, String cvc, String why) {
        assertThat(new CardCheck(true)
                        .judge(new CardData(pan, expiry, cvc, ""), Fixtures.NOON)
                        .refusal()
                        .map(Refusal::why))
                .contains(why);
    }

    @Test
    void an_unknown_card_pays_where_it_is_said_to() {
        CardData card = new CardData("4111111111111111", "0130", "123", "");
        assertThat(new CardCheck(true).judge(card, Fixtures.NOON).value().map(CardSummary::behavior))
                .contains(CardBehavior.OK);
    }

    @Test
    void the_last_month_ends_in_kazakhstan() {
        CardData card = new CardData("4111111111111111", "1126", "123", "");
        Instant lastHour = Instant.parse("2026-11-30T18:59:59Z");
        assertThat(new CardCheck(true).judge(card, lastHour).value()).isPresent();
        assertThat(new CardCheck(true).judge(card, lastHour.plusSeconds(1)).value())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"4405639704015096", "377514500004820", "0000000000000", "6762000000000001234"})
    void luhn_is_luhn(String pan) {
        int sum = 0;
        for (int place = pan.length() - 1, step = 0; place >= 0; place--, step++) {
            int digit = (pan.charAt(place) - '0') << (step % 2);
            sum += digit / 10 + digit % 10;
        }
        assertThat(CardCheck.isNumber(pan)).isEqualTo(sum % 10 == 0);
    }

    @ParameterizedTest
    @CsvSource({
        "377514500004820, 3775...4820, AMEX",
        "4405639704015096, 4405...5096, VISA",
        "5522042705066736, 5522...6736, MASTERCARD",
        "2200000000000004, 2200...0004, MASTERCARD",
        "6200000000000005, 6200...0005, OTHER"
    })
    void a_face_shows_a_mask_and_a_kind(String pan, String mask, String type) {
        CardSummary face = CardSummary.of(pan, CardBehavior.OK);
        assertThat(face.mask()).isEqualTo(mask);
        assertThat(face.type()).isEqualTo(type);
        assertThat(face.hash())
                .matches("[0-9a-f]{64}")
                .isEqualTo(CardSummary.of(pan, CardBehavior.OK).hash());
        assertThat(face.hash())
                .isNotEqualTo(
                        CardSummary.of("4405640000003000", CardBehavior.OK).hash());
    }
}
