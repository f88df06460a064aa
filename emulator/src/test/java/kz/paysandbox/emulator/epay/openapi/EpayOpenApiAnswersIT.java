package kz.paysandbox.emulator.epay.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import kz.paysandbox.emulator.epay.EpayEndpoint;
import kz.paysandbox.emulator.epay.EpayEndpoints;
import kz.paysandbox.emulator.epay.EpaySandbox;
import kz.paysandbox.emulator.epay.EpaySandbox.Answer;
import kz.paysandbox.emulator.epay.Merchant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A story over every row, as sent and answered, fits the OpenAPI document of the bank; with other settings too. */
class EpayOpenApiAnswersIT {

    private static final String SHOP = "04f25a4b-d2bd-4dd8-b3a7-9390be4774c4";

    static Iterable<Map<String, String>> settings() {
        return List.of(
                Map.of(),
                Map.ofEntries(
                        Map.entry("epay.expires-in", "string"),
                        Map.entry("epay.unauthorized", "code"),
                        Map.entry("epay.cryptopay.invoice-field", "both"),
                        Map.entry("epay.error-message", "empty"),
                        Map.entry("epay.status.http", "400"),
                        Map.entry("epay.no-cards.http", "404"),
                        Map.entry("epay.partial-refund-status", "REFUND"),
                        Map.entry("epay.status.pending-reason-code", "00"),
                        Map.entry("epay.amounts", "two-decimals"),
                        Map.entry("epay.confirm", "json"),
                        Map.entry("epay.callback.transaction-id", "on")));
    }

    @ParameterizedTest
    @MethodSource("settings")
    void every_row_s_answer_fits(Map<String, String> settings) {
        try (EpaySandbox sandbox = EpaySandbox.start(settings);
                Merchant merchant = Merchant.open()) {
            FittingShop shop = new FittingShop(sandbox, merchant);
            oneStep(shop);
            twoSteps(shop);
            challenged(shop);
            onThePage(shop);
            refusals(shop);
            leftOut(shop);
            assertThat(shop.refusalsTold()).isEqualTo(2);
            assertThat(shop.unfit()).isEmpty();
            assertThat(shop.answered()).isEqualTo(emulatedRows());
        }
    }

    private static void oneStep(FittingShop shop) {
        shop.get("/public.rsa", "");
        String first = shop.paid("700001", Map.of("accountId", "customer-7", "cardSave", true))
                .text("id");
        shop.get("/check-status/payment/transaction/700001", shop.token());
        shop.get("/check-status/payment/transactionId/" + first, shop.token());
        shop.get("/operation/700001", shop.token());
        String card = shop.get("/cards/customer-7", shop.token())
                .json()
                .path(0)
                .path("ID")
                .asText();
        Answer again = shop.json(
                "/payments/cards/auth",
                shop.tokenFor("700002"),
                shop.order("700002", Map.of("terminalId", EpaySandbox.TERMINAL, "cardId", Map.of("id", card))));
        assertThat(again.status()).isEqualTo(200);
        shop.post("/operation/" + first + "/refund?amount=30&externalID=one", shop.token());
        shop.get("/check-status/payment/transaction/700001", shop.token());
        shop.form("/operation/" + first + "/refund", shop.token(), Map.of("amount", "20"));
        shop.post("/operation/" + first + "/refund", shop.token());
        shop.post("/card/deactivate/" + card, shop.token());
        shop.get("/cards/customer-7", shop.token());
    }

    private static void twoSteps(FittingShop shop) {
        FittingShop hold = shop.ofTwoSteps();
        String charged = hold.paid("710001", Map.of()).text("id");
        hold.json("/operation/" + charged + "/charge", hold.token(), Map.of("amount", 60));
        String kept = hold.paid("710002", Map.of()).text("id");
        hold.post("/operation/" + kept + "/cancel", hold.token());
        hold.post("/operation/" + kept + "/cancel", hold.token());
        hold.get("/check-status/payment/transaction/710002", hold.token());
    }

    private static void challenged(FittingShop shop) {
        Map<String, String> passed = shop.throughIssuer("720001", true);
        shop.form("/payments/cards/confirmPayment?Access=" + shop.token(), "", passed);
        Map<String, String> another = shop.throughIssuer("720002", true);
        shop.json("/payment/confirm", "", another);
        Map<String, String> failed = shop.throughIssuer("720003", false);
        shop.form("/payment/confirm", "", failed);
        shop.get("/check-status/payment/transaction/720003", shop.token());
    }

    private static void onThePage(FittingShop shop) {
        for (String asset : List.of(
                "/payform/payment-api.js",
                "/redesign-payform/payment-api.js",
                "/payform/page.js",
                "/payform/page.css",
                "/payform/done?reference=123456789012",
                "/payform/done?errorCode=499",
                "/payform?params=none",
                "/redesign-payform?oid=1&isShortForm=true")) {
            shop.get(asset, "");
        }
        Answer made = shop.json(
                "/invoice",
                shop.token(),
                Map.of(
                        "shop_id",
                        SHOP,
                        "invoice_id",
                        "730001",
                        "amount",
                        250,
                        "currency",
                        "KZT",
                        "description",
                        "by link",
                        "expire_period",
                        "1d"));
        String link = made.text("invoice_url").replaceFirst("^https://[^/]+", "");
        String page = shop.location(shop.get(link, ""));
        shop.get(page, "");
        shop.json(page + "/card", "", Map.of("cryptogram", "garbage", "name", "AIBEK SANDBOX", "cardSave", false));
        shop.json(page + "/card", "", Map.of("cryptogram", shop.card(), "name", "AIBEK SANDBOX", "cardSave", true));
        shop.get(page, "");
        shop.get(link, "");
        shop.issuerOfPage(shop.opened("730002"));
        shop.get(shop.openedAt("/payform", "730003"), "");
        shop.get(shop.openedAt("/redesign-payform", "730004"), "");
    }

    private static void refusals(FittingShop shop) {
        shop.form("/oauth2/token", "", Map.of("grant_type", "client_credentials"));
        shop.form("/oauth2/token", "", Map.of("client_id", "nobody", "client_secret", "wrong"));
        shop.sent("POST", "/oauth2/token", "", "application/json", "{");
        for (String token : List.of("", "unknown", shop.tokenOf(Map.of("scope", "transfer")))) {
            shop.get("/cards/nobody", token);
            shop.json("/payment/cryptopay", token, Map.of());
            shop.post("/operation/none/cancel", token);
        }
        shop.get("/cards/nobody", shop.token());
        shop.post("/card/deactivate/none", shop.token());
        shop.get("/operation/799999", shop.token());
        shop.get("/check-status/payment/transaction/799999", shop.token());
        shop.get("/check-status/payment/transaction/799999", shop.tokenOf(Map.of("terminal", "")));
        shop.json("/payment/cryptopay", shop.tokenFor("740001"), Map.of());
        shop.json("/payment/cryptopay", shop.tokenFor("740001"), Map.of("paymentType", "applePay"));
        shop.declined("740002");
        shop.json("/payments/cards/auth", shop.tokenFor("740003"), shop.order("740003", Map.of()));
        shop.json("/invoice", shop.token(), Map.of());
        shop.post("/operation/none/refund?amount=-1", shop.token());
        shop.form("/payment/confirm", "", Map.of("MD", "none", "PaRes", "none"));
        shop.form("/acs/none", "", Map.of("TermUrl", "https://shop.example/"));
        shop.form("/acs/none/answer", "", Map.of("TermUrl", "https://shop.example/"));
        shop.form("/payform/start", "", Map.of("payment", "{}"));
        shop.get("/payform/pay/none", "");
        shop.json("/payform/pay/none/card", "", Map.of());
        shop.get("/redirect/invoice-link/none", "");
    }

    private static void leftOut(FittingShop shop) {
        for (EpayEndpoint row : EpayEndpoints.TABLE) {
            if (!row.isEmulated()) {
                Answer refused = shop.sent(
                        row.method().name(), row.path().replaceAll("\\{\\w+}", "1"), "", "application/json", "");
                assertThat(refused.status()).isEqualTo(501);
            }
        }
    }

    private static Set<String> emulatedRows() {
        return EpayEndpoints.TABLE.stream()
                .filter(EpayEndpoint::isEmulated)
                .map(row -> row.method() + " " + row.path())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
