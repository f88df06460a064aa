package kz.paysandbox.adapters.epay.callback;

import static kz.paysandbox.adapters.epay.EpayTestStand.ID;
import static kz.paysandbox.adapters.epay.EpayTestStand.ORDER;
import static kz.paysandbox.adapters.epay.EpayTestStand.TERMINAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import kz.paysandbox.adapters.epay.callback.CallbackVerdict.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whose terminal a callback names, and what of it can be kept. */
class CallbackTerminalTest {
    private final CallbackVerifier verifier = CallbackVerifier.of(
            invoice -> Optional.of(ORDER),
            invoice -> {
                throw new AssertionError("the bank is not asked");
            },
            InMemoryCallbackStore.of(10),
            TERMINAL);

    private static byte[] body(String amount, String currency, String terminal) {
        return ("{\"id\":\"" + ID + "\",\"invoiceId\":\"205218074\",\"amount\":" + amount + ",\"currency\":\""
                        + currency + "\",\"code\":\"ok\",\"secret_hash\":\"shop-word\",\"terminal\":\"" + terminal
                        + "\"}")
                .getBytes(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"another-terminal", "", "9812 0001", "98120001x", " ~"})
    void one_that_is_neither_the_shops_nor_a_number_is_told_without_asking_the_bank(String foreign) {
        Callback callback = Callback.parse(body("200", "KZT", foreign));
        assertThat(verifier.mismatch(callback)).contains("the terminal is another shop's");
        CallbackVerdict verdict = verifier.handle(body("200", "KZT", foreign), transaction -> {});
        assertThat(verdict.kind()).isEqualTo(Kind.MISMATCH);
        assertThat(verdict.transaction()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"98120001", "0", TERMINAL})
    void one_that_may_be_the_shops_is_left_to_the_banks_status(String possible) {
        assertThat(verifier.mismatch(Callback.parse(body("200", "KZT", possible))))
                .isEmpty();
        assertThat(verifier.mismatch(Callback.parse(body("200", "KZT", possible.toUpperCase(Locale.ROOT)))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1E999999999", "1E20", "1E-21", "123456789012345678901", "0.000000000000000000001"})
    void an_amount_that_is_endless_when_written_out_is_none(String endless) {
        assertThatThrownBy(() -> Callback.parse(body(endless, "KZT", "98120001")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("amount is too long");
    }

    @ParameterizedTest
    @ValueSource(strings = {"12345678901234567890", "1E-20", "1E19", "0.10"})
    void a_long_amount_is_one(String amount) {
        Callback callback = Callback.parse(body(amount, "KZT", "98120001"));
        assertThat(Callback.parse(callback.kept()).amount()).isEqualByComparingTo(amount);
    }

    @ParameterizedTest
    @CsvSource({"\\ud800", "\\u001f", "\\u007f", "ё"})
    void words_that_a_database_may_refuse_are_none(String odd) {
        assertThatThrownBy(() -> Callback.parse(body("200", "KZT", odd)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("terminal has other letters");
        assertThatThrownBy(() -> Callback.parse(body("200", odd, "98120001")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("currency has other letters");
    }
}
