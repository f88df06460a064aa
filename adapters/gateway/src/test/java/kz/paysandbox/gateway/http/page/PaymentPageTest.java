package kz.paysandbox.gateway.http.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.paysandbox.adapters.epay.payment.Challenge;
import kz.paysandbox.adapters.epay.payment.WidgetParameters;
import kz.paysandbox.adapters.money.Tenge;
import kz.paysandbox.gateway.http.route.Answer;
import kz.paysandbox.gateway.http.route.Language;
import kz.paysandbox.gateway.payment.BankReference;
import kz.paysandbox.gateway.payment.Payment;
import kz.paysandbox.gateway.payment.PaymentDates;
import kz.paysandbox.gateway.payment.PaymentKind;
import kz.paysandbox.gateway.payment.PaymentState;
import kz.paysandbox.gateway.payment.PaymentTerms;
import kz.paysandbox.gateway.payment.ServiceStatus;
import kz.paysandbox.gateway.store.ReceiptTable.Kind;
import kz.paysandbox.gateway.store.ReceiptTable.Receipt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What pages say, and what they allow. */
class PaymentPageTest {
    private static final Instant NOON = Instant.parse("2027-01-15T12:00:00Z");
    private static final PageTexts ENGLISH = PageTexts.in(Language.EN);

    private static Payment payment(ServiceStatus status, Optional<String> language) {
        return new Payment(
                "9b1d0000-0000-4000-8000-000000000001",
                "5",
                PaymentKind.WIDGET,
                PaymentState.NEW.to(status),
                Tenge.of(750),
                Tenge.ZERO,
                BankReference.epay("300000000001"),
                new PaymentTerms(
                        Optional.of("<A&1>"),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        new PaymentTerms.CardTerms(
                                Optional.empty(), false, language, Optional.empty(), Optional.empty())),
                PaymentDates.from(NOON, Duration.ofHours(2), Duration.ofSeconds(3)));
    }

    private static String policy(Answer answer) {
        return String.valueOf(answer.headers().get("Content-Security-Policy"));
    }

    @Test
    void all_languages_have_the_same_words() {
        for (Language language : Language.values()) {
            assertThat(PageTexts.in(language).names()).isEqualTo(ENGLISH.names());
        }
    }

    @Test
    void the_payments_language_goes_before_the_browsers() {
        assertThat(PageTexts.of(payment(ServiceStatus.PENDING, Optional.of("kaz")), Language.EN)
                        .language())
                .isEqualTo(Language.KK);
        assertThat(PageTexts.of(payment(ServiceStatus.PENDING, Optional.of("rus")), Language.EN)
                        .language())
                .isEqualTo(Language.RU);
        assertThat(PageTexts.of(payment(ServiceStatus.PENDING, Optional.of("eng")), Language.KK)
                        .language())
                .isEqualTo(Language.EN);
        assertThat(PageTexts.of(payment(ServiceStatus.PENDING, Optional.empty()), Language.KK)
                        .language())
                .isEqualTo(Language.KK);
    }

    @Test
    void the_offer_runs_our_script_and_the_banks_alone() {
        Answer answer = PaymentPage.offer(
                payment(ServiceStatus.PENDING, Optional.empty()),
                new WidgetParameters(
                        URI.create("https://epay.homebank.kz/payform/payment-api.js"),
                        Map.of("description", "</script><script>alert(1)</script>")),
                ENGLISH);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(policy(answer))
                .contains("default-src 'none'", "script-src 'self' https://epay.homebank.kz https://*.homebank.kz;")
                .contains("frame-ancestors 'none'", "base-uri 'none'")
                .doesNotContain("unsafe");
        assertThat(answer.headers()).containsEntry("Referrer-Policy", "no-referrer");
        assertThat(answer.body()).doesNotContain("<script>alert").contains("Order &lt;A&amp;1&gt;");
    }

    @Test
    void a_script_of_a_bare_host_opens_nothing_beside_it() {
        Answer answer = PaymentPage.offer(
                payment(ServiceStatus.PENDING, Optional.empty()),
                new WidgetParameters(URI.create("https://127.0.0.1:8546/payform/payment-api.js"), Map.of()),
                ENGLISH);
        assertThat(policy(answer))
                .contains("form-action https://127.0.0.1:8546")
                .doesNotContain("*");
    }

    @Test
    void the_question_of_the_customers_bank_goes_to_that_bank_alone() {
        Answer answer = PaymentPage.question(
                payment(ServiceStatus.PROCESSING, Optional.empty()),
                new Challenge(URI.create("https://acs.example/ask?a=1"), "pa\"req", "md"),
                URI.create("https://pay.example/3ds"),
                ENGLISH);
        assertThat(policy(answer)).endsWith("form-action https://acs.example");
        assertThat(answer.body()).contains("value=\"pa&quot;req\"", "value=\"https://pay.example/3ds\"");
    }

    @ParameterizedTest
    @EnumSource
    void each_status_has_its_words_and_only_open_ones_are_looked_at_again(ServiceStatus status) {
        Answer answer = PaymentPage.status(payment(status, Optional.empty()), ENGLISH);
        assertThat(answer.body()).contains("data-status=\"" + status.word() + "\"");
        assertThat(answer.body().contains("http-equiv=\"refresh\"")).isEqualTo(status.open());
        assertThat(policy(answer)).contains("form-action 'none'").doesNotContain("script-src");
    }

    @Test
    void held_money_is_said_to_be_held() {
        Payment held = payment(ServiceStatus.PROCESSING, Optional.empty())
                .in(new PaymentState(
                        ServiceStatus.PROCESSING,
                        Optional.of("AUTH"),
                        true,
                        false,
                        Optional.empty(),
                        Optional.empty()));
        Answer answer = PaymentPage.status(held, ENGLISH);
        assertThat(answer.body()).contains("data-status=\"held\"").doesNotContain("refresh");
    }

    @Test
    void what_is_unknown_or_cannot_be_had_is_said_so() {
        assertThat(PaymentPage.unknown(ENGLISH).status()).isEqualTo(404);
        assertThat(PaymentPage.unknown(ENGLISH).body()).contains("No such payment");
        Answer answer = PaymentPage.unavailable(payment(ServiceStatus.PENDING, Optional.empty()), ENGLISH);
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.body()).contains("cannot be reached");
    }

    @Test
    void links_are_relative_so_that_a_proxy_may_have_a_path_of_its_own() {
        assertThat(PageTexts.in(Language.EN).at("/payment").root()).isEmpty();
        assertThat(PageTexts.in(Language.EN).at("/payment/success").root()).isEqualTo("../");
    }

    @Test
    void receipts_are_printed_with_their_numbers() {
        Answer answer = ReceiptPage.of(
                payment(ServiceStatus.COMPLETED, Optional.empty()),
                List.of(receipt("5-2027-000001", Kind.SALE, 750), receipt("5-2027-000002", Kind.REFUND, 250)),
                Language.EN,
                "/api/v1/receipts/5-2027-000001");
        assertThat(answer.body())
                .contains("href=\"../../../payment/page.css\"")
                .contains("Receipt 5-2027-000001", "Refund 5-2027-000002", "15.01.2027 17:00 (UTC+5)", "Halyk ePay")
                .contains("250.00", "This is not a fiscal receipt.");
        assertThat(answer.contentType()).isEqualTo("text/html");
    }

    private static Receipt receipt(String number, Kind kind, long tenge) {
        return new Receipt(number, kind, "9b1d", "5", Tenge.of(tenge), NOON, "{}");
    }
}
