package kz.paysandbox.adapters.epay;

import static kz.paysandbox.adapters.epay.EpayTestStand.ID;
import static kz.paysandbox.adapters.epay.EpayTestStand.INVOICE;
import static kz.paysandbox.adapters.epay.EpayTestStand.ORDER;
import static kz.paysandbox.adapters.epay.EpayTestStand.REF;
import static kz.paysandbox.adapters.epay.EpayTestStand.TERMINAL;
import static kz.paysandbox.adapters.epay.EpayTestStand.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.crypto.Cipher;
import kz.paysandbox.adapters.epay.payment.Card;
import kz.paysandbox.adapters.epay.payment.CardOrder;
import kz.paysandbox.adapters.epay.payment.CardPayment;
import kz.paysandbox.adapters.epay.payment.Challenge;
import kz.paysandbox.adapters.epay.payment.Cryptogram;
import kz.paysandbox.adapters.epay.payment.Links;
import kz.paysandbox.adapters.epay.payment.ReasonCode;
import kz.paysandbox.adapters.epay.payment.SavedCard;
import kz.paysandbox.adapters.epay.payment.Transaction;
import kz.paysandbox.adapters.epay.payment.WidgetParameters;
import kz.paysandbox.adapters.error.AuthenticationFailed;
import kz.paysandbox.adapters.error.ProtocolViolation;
import kz.paysandbox.adapters.error.Rejected;
import kz.paysandbox.adapters.money.MoneyAnswer;
import kz.paysandbox.adapters.money.Settlement;
import kz.paysandbox.adapters.money.Tenge;
import kz.paysandbox.adapters.transport.RequestOptions;
import org.junit.jupiter.api.Test;

class EpayClientTest {
    private static final Cryptogram CRYPTOGRAM = new Cryptogram("Zm9v");
    private static final String OTHER = "bf2089fe-43b1-47eb-a61f-c78dd196e18e";
    private final EpayTestStand stand = new EpayTestStand().token();

    @Test
    void a_client_says_which_terminal_is_its_own() {
        assertThat(stand.client.terminal()).isEqualTo(TERMINAL);
        assertThat(stand.client
                        .with(RequestOptions.within(Duration.ofSeconds(5)))
                        .terminal())
                .isEqualTo(TERMINAL);
    }

    @Test
    void a_payment_by_cryptogram_asks_for_a_token_of_its_own() {
        stand.untouched()
                .bank
                .answers(
                        "{\"id\":\"" + ID
                                + "\",\"amount\":200,\"currency\":\"KZT\",\"invoiceID\":\"205218074\",\"email\":\"\","
                                + "\"reference\":\"324412345678\",\"cardID\":\"c1\",\"secure3D\":null,\"code\":0,\"status\":\"AUTH\"}");
        CardPayment payment = stand.client.pay(ORDER, CRYPTOGRAM).orThrow();
        String form = new String(stand.bank.requests().get(2).body().orElseThrow(), StandardCharsets.UTF_8);
        assertThat(stand.bank.requests().get(2).uri()).hasToString("https://oauth.example/oauth2/token");
        assertThat(form)
                .startsWith("grant_type=client_credentials&scope=payment&client_id=test&client_secret=yF58")
                .contains("invoiceID=205218074", "amount=200.00", "currency=KZT", "terminal=" + TERMINAL)
                .contains("secret_hash=shop-word");
        assertThat(stand.bank.lastLine()).isEqualTo("POST https://api.example/payment/cryptopay");
        assertThat(stand.bank.last().headers()).containsEntry("Authorization", "Bearer DCEB8O_ZM5U7SO_T_U5EJQ");
        assertThat(stand.bank.lastBody())
                .isEqualTo("{\"amount\":200.00,\"currency\":\"KZT\",\"cryptogram\":\"Zm9v\",\"terminalId\":\""
                        + TERMINAL + "\",\"invoiceId\":\"205218074\",\"description\":\"Book\",\"language\":\"rus\"}");
        assertThat(payment.ref()).isEqualTo(REF);
        assertThat(payment.challenge()).isEmpty();
        assertThat(payment.stage()).isEqualTo(CardPayment.Stage.AUTHORISED);
        assertThat(payment.cardId()).contains("c1");
    }

    @Test
    void a_challenge_becomes_a_form_for_the_browser() {
        stand.untouched()
                .bank
                .answers("{\"id\":\"" + ID + "\",\"secure3D\":{\"paReq\":\"a+b\",\"md\":\"m\","
                        + "\"action\":\"https://acs.example/ask\",\"termURL\":null}}");
        CardPayment payment = stand.client.pay(ORDER, CRYPTOGRAM).orThrow();
        assertThat(payment.stage()).isEqualTo(CardPayment.Stage.CHALLENGE);
        Challenge challenge = payment.challenge().orElseThrow();
        assertThat(challenge.action()).hasToString("https://acs.example/ask");
        assertThat(challenge.form(URI.create("https://shop.example/back")))
                .isEqualTo("MD=m&PaReq=a%2Bb&TermUrl=https%3A%2F%2Fshop.example%2Fback");
        stand.bank.answers("{}").answers(status("CHARGE"));
        assertThat(stand.client
                        .confirm(ORDER, payment.ref(), "pa", "m")
                        .orThrow()
                        .stage())
                .isEqualTo(CardPayment.Stage.CHARGED);
        stand.bank.answers("{}").answers(status("REJECT"));
        assertThat(stand.client.confirm(ORDER, payment.ref(), "pa", "m").settlement())
                .isEqualTo(Settlement.NOT_APPLIED);
        stand.bank.answers("{}");
        for (int look = 0; look < 3; look++) {
            stand.bank.answers(status("REJECT").replace(ID, OTHER));
        }
        assertThat(stand.client.confirm(ORDER, payment.ref(), "pa", "m").settlement())
                .isEqualTo(Settlement.UNKNOWN);
    }

    @Test
    void a_decline_keeps_the_reason() {
        stand.untouched().bank.answers(400, "{\"code\":484,\"message\":\"Недостаточно средств на карте\"}");
        MoneyAnswer<CardPayment> answer = stand.client.pay(ORDER, CRYPTOGRAM);
        assertThatThrownBy(answer::orThrow)
                .isInstanceOfSatisfying(
                        Rejected.class,
                        e -> assertThat(ReasonCode.of(e.code()).text()).contains("Недостаточно средств на карте"));
        assertThat(answer.settlement()).isEqualTo(Settlement.NOT_APPLIED);
    }

    @Test
    void a_saved_card_is_named_and_recurrent_if_wished() {
        stand.untouched().bank.answers(payment("CHARGE"));
        CardPayment payment = stand.client.paySavedCard(ORDER, "c1", true).orThrow();
        assertThat(payment.stage()).isEqualTo(CardPayment.Stage.CHARGED);
        assertThat(stand.bank.lastLine()).endsWith("/payments/cards/auth");
        assertThat(stand.bank.lastBody())
                .endsWith("\"paymentType\":\"cardId\",\"cardId\":{\"id\":\"c1\"},\"recurrent\":true}");
    }

    @Test
    void operations_as_documented() {
        stand.bank
                .answers(status("AUTH"))
                .answers("{\"code\":0,\"message\":\"ok\"}")
                .answers(status("AUTH"))
                .answers("")
                .answers(status("CHARGE"))
                .answers("");
        stand.client.charge(REF, Optional.of(Tenge.of(150))).orThrow();
        assertThat(stand.bank.lastLine()).endsWith("/operation/" + ID + "/charge?amount=150.00");
        stand.client.cancel(REF).orThrow();
        assertThat(stand.bank.lastLine()).endsWith("/operation/" + ID + "/cancel");
        stand.client.refund(REF, Optional.of(Tenge.of(100)), Optional.of("r 1")).orThrow();
        assertThat(stand.bank.lastLine()).endsWith("/operation/" + ID + "/refund?amount=100.00&externalID=r+1");
    }

    @Test
    void a_refund_below_the_minimum_or_too_late_is_not_sent() {
        stand.bank.answers(status("CHARGE"));
        assertThat(stand.client
                        .refund(REF, Optional.of(Tenge.parse("9.99")), Optional.empty())
                        .settlement())
                .isEqualTo(Settlement.NOT_APPLIED);
        EpayClient strict =
                EpayClient.of(stand.settings.withRefundRules(RefundRules.DOCUMENTED.within(Duration.ofHours(5))));
        stand.token().bank.answers(status("CHARGE"));
        assertThat(strict.refund(REF, Optional.empty(), Optional.empty()).settlement())
                .isEqualTo(Settlement.NOT_APPLIED);
        assertThat(stand.bank.posts("/refund")).isZero();
    }

    @Test
    void a_status_as_documented() {
        stand.bank.answers(status("CHARGE"));
        Transaction found = stand.client.status(INVOICE).orElseThrow();
        assertThat(stand.bank.lastLine()).endsWith("/check-status/payment/transaction/205218074");
        assertThat(found.ref()).isEqualTo(REF);
        assertThat(found.createdAt()).contains(Instant.parse("2026-11-19T22:52:17.289853Z"));
        assertThat(found.reasonCode()).contains("00");
        stand.bank.answers("{\"resultCode\":\"104\"}");
        assertThatThrownBy(() -> stand.client.status(INVOICE)).isInstanceOf(Rejected.class);
        stand.bank.answers("{\"resultCode\":\"107\"}").answers(status("AUTH"));
        assertThat(stand.client.status(INVOICE)).isPresent();
        stand.bank.answers("{\"resultCode\":\"100\"}");
        assertThatThrownBy(() -> stand.client.status(INVOICE)).isInstanceOf(ProtocolViolation.class);
    }

    @Test
    void a_read_whose_token_is_refused_gets_a_new_one() {
        stand.bank.answers(401, "");
        stand.token().bank.answers(status("CHARGE"));
        assertThat(stand.client.status(INVOICE)).isPresent();
    }

    @Test
    void saved_cards_or_none() {
        stand.bank.answers(
                "[{\"ID\":\"c1\",\"CardMask\":\"4405...2283\",\"PaymentAvailable\":true,\"TransactionId\":\"t\"}]");
        assertThat(stand.client.savedCards("client 7"))
                .containsExactly(new SavedCard("c1", "4405...2283", true, Optional.of("t")));
        assertThat(stand.bank.lastLine()).endsWith("/cards/client%207");
        stand.bank
                .answers("{\"code\":1373,\"message\":\"\"}")
                .answers(400, "{\"code\":1373}")
                .answers("[null]");
        assertThat(stand.client.savedCards("7")).isEmpty();
        assertThat(stand.client.savedCards("7")).isEmpty();
        assertThatThrownBy(() -> stand.client.savedCards("7")).isInstanceOf(ProtocolViolation.class);
        stand.bank.answers("{\"status\":\"ok\"}");
        stand.client.forgetCard("c1");
        assertThat(stand.bank.lastLine()).endsWith("/card/deactivate/c1");
    }

    @Test
    void a_payment_page_to_send() {
        stand.bank.answers("{\"id\":\"1\",\"invoice_url\":\"https://api.example/redirect/invoice-link/1\"}");
        assertThat(stand.client
                        .createLink(ORDER, "04f25a4b-d2bd-4dd8-b3a7-9390be4774c4", 2)
                        .orThrow()
                        .url())
                .hasToString("https://api.example/redirect/invoice-link/1");
        assertThat(stand.bank.lastBody()).contains("\"expire_period\":\"2d\"", "\"invoice_id\":\"205218074\"");
    }

    @Test
    void the_widget_gets_the_whole_token() {
        WidgetParameters widget = stand.client.widget(CardOrder.of(INVOICE, Tenge.of(200), "</script>")
                .reportedTo(Links.of(URI.create("https://shop.example/cb"), URI.create("https://shop.example/"))));
        assertThat(widget.json())
                .contains(
                        "\"amount\":200,", "\"auth\":{\"access_token\":\"DCEB8O_ZM5U7SO_T_U5EJQ\",\"expires_in\":7200")
                .contains("\"postLink\":\"https://shop.example/cb\"")
                .doesNotContain("</script>");
        assertThat(widget.toString()).doesNotContain("DCEB");
    }

    @Test
    void no_token_is_an_authentication_failure() {
        EpayTestStand fresh = new EpayTestStand();
        fresh.bank.answers(400, "nonsense");
        assertThatThrownBy(() -> fresh.client.status(INVOICE))
                .isInstanceOf(AuthenticationFailed.class)
                .message()
                .doesNotContain("yF587");
    }

    @Test
    void a_cryptogram_opens_with_the_banks_key_only() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        var pair = generator.generateKeyPair();
        String pem = "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder().encodeToString(pair.getPublic().getEncoded())
                + "\n-----END PUBLIC KEY-----\n";
        EpayTestStand fresh = new EpayTestStand();
        fresh.bank.answers(pem).answers("<html>");
        Card card = Card.of("3775 1450 0004 820", YearMonth.of(2028, 1), "0198");
        Cryptogram cryptogram = Cryptogram.of(card, TERMINAL, fresh.client.cardKey());
        Cipher cipher = Cipher.getInstance("RSA/ECB/PKCS1Padding");
        cipher.init(Cipher.DECRYPT_MODE, pair.getPrivate());
        assertThat(new String(cipher.doFinal(Base64.getDecoder().decode(cryptogram.value())), StandardCharsets.UTF_8))
                .isEqualTo("{\"hpan\":\"377514500004820\",\"expDate\":\"0128\",\"cvc\":\"0198\",\"terminalId\":\""
                        + TERMINAL + "\"}");
        assertThatThrownBy(fresh.client::cardKey).isInstanceOf(ProtocolViolation.class);
        assertThat(List.of(card, cryptogram, ORDER).toString())
                .doesNotContain("3775")
                .doesNotContain("shop-word");
    }

    private static String payment(String status) {
        return "{\"id\":\"" + ID + "\",\"amount\":200,\"currency\":\"KZT\",\"invoiceID\":\"205218074\",\"status\":\""
                + status + "\"}";
    }
}
