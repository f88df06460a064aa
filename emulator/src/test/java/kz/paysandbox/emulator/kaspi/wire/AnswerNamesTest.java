package kz.paysandbox.emulator.kaspi.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AnswerNamesTest {

    @Test
    void every_answer_has_the_envelope_and_what_its_row_puts_into_data() {
        assertThat(AnswerNames.of("payment status")).containsExactly("StatusCode", "Message", "Data", "Status");
        assertThat(AnswerNames.of("health ping")).containsExactly("StatusCode", "Message", "Data");
        assertThat(AnswerNames.of("qr create"))
                .contains("QrToken", "QrPaymentBehaviorOptions", "StatusPollingInterval", "PaymentMethods");
        assertThat(AnswerNames.of("payment status v02")).contains("IsOffer", "City");
    }
}
