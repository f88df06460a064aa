package kz.paysandbox.emulator.epay.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import kz.paysandbox.emulator.epay.domain.cards.CardBehavior;
import kz.paysandbox.emulator.epay.domain.codes.Reason;
import kz.paysandbox.emulator.epay.domain.codes.ReasonCodes;
import kz.paysandbox.emulator.epay.domain.tokens.Grant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The bank's words, and what goes with them. */
class WordsTest {

    @ParameterizedTest
    @CsvSource({
        "NEW, NEW, 107, false, false, false", "AUTH, AUTH, 100, true, false, false",
        "CHARGE, CHARGE, 100, true, false, false", "CANCEL, CANCEL, 100, true, true, false",
        "CANCEL_OLD, CANCEL_OLD, 100, true, true, false", "REFUND, REFUND, 100, true, true, false",
        "REJECT, REJECT, 101, false, true, true", "FAILED, FAILED, 101, false, true, true",
        "THREE_D, 3D, 107, false, false, false", "FINGERPRINT, FINGERPRINT, 107, false, false, false",
        "VERIFIED, VERIFIED, 100, true, true, false"
    })
    void every_status_has_its_word_its_code_and_its_meaning(
            PaymentStatus status, String wire, String code, boolean granted, boolean last, boolean failure) {
        assertThat(status.wire()).isEqualTo(wire);
        assertThat(ResultCode.of(status).code()).isEqualTo(code);
        assertThat(status.isGranted()).isEqualTo(granted);
        assertThat(status.isFinal()).isEqualTo(last);
        assertThat(status.isFailure()).isEqualTo(failure);
    }

    @Test
    void ids_of_statuses_and_messages_of_results_differ() {
        assertThat(Arrays.stream(PaymentStatus.values()).map(PaymentStatus::id)).doesNotHaveDuplicates();
        assertThat(Arrays.stream(ResultCode.values()).map(ResultCode::message))
                .doesNotHaveDuplicates()
                .doesNotContain("");
        assertThat(Arrays.stream(CardBehavior.values()).map(CardBehavior::label))
                .doesNotHaveDuplicates()
                .doesNotContain("");
    }

    @ParameterizedTest
    @EnumSource(Reason.class)
    void every_reason_has_a_code_of_the_catalogue_and_an_assumption_is_explained(Reason reason) {
        assertThat(ReasonCodes.text(reason.code())).isPresent();
        assertThat(reason.about().isEmpty()).isEqualTo(!reason.isAssumed());
        assertThat(reason.setting()).startsWith("epay.code.");
    }

    @Test
    void only_one_code_is_not_final() {
        assertThat(ReasonCodes.all())
                .isSorted()
                .filteredOn(code -> !ReasonCodes.isFinal(code))
                .containsExactly(454);
        assertThat(ReasonCodes.text(999_999)).isEmpty();
    }

    @Test
    void grants_are_found_by_their_words() {
        assertThat(Grant.of("password")).contains(Grant.PASSWORD);
        assertThat(Grant.of("PASSWORD")).isEmpty();
        assertThat(Grant.CLIENT_CREDENTIALS.wire()).isEqualTo("client_credentials");
    }

    @Test
    void what_is_not_named_falls_back() {
        Links own = new Links("back", "", "post", "");
        assertThat(own.failureBack()).isEqualTo("back");
        assertThat(own.failurePost()).isEqualTo("post");
        Links all = new Links("", "fb", "", "fp").or(own);
        assertThat(all).isEqualTo(new Links("back", "fb", "post", "fp"));
        assertThat(all.failureBack()).isEqualTo("fb");
        assertThat(all.failurePost()).isEqualTo("fp");
    }

    @Test
    void shops_are_found_by_whatever_names_them() {
        EpayBank bank = Fixtures.bank();
        assertThat(bank.shopOfClient("client-2")).contains(Fixtures.shop(2));
        assertThat(bank.shopOfTerminal("TERMINAL-2")).contains(Fixtures.shop(2));
        assertThat(bank.shopOfId("shop")).contains(Fixtures.shop(1));
        assertThat(bank.shopOfClient("x").or(() -> bank.shopOfTerminal("x")).or(() -> bank.shopOfId("x")))
                .isEmpty();
        assertThat(bank.shops()).hasSize(2);
        assertThat(Fixtures.shop(1).toString()).doesNotContain("secret");
    }
}
