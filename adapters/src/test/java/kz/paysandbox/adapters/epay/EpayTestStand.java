package kz.paysandbox.adapters.epay;

import java.net.URI;
import kz.paysandbox.adapters.money.Assumption;
import kz.paysandbox.adapters.money.Tenge;
import kz.paysandbox.adapters.transport.HttpSettings;
import kz.paysandbox.adapters.transport.ScriptedBank;
import kz.paysandbox.adapters.transport.TestSurroundings;

/** A client over a scripted bank, with the credentials printed on the bank's pages. */
final class EpayTestStand {
    static final String TERMINAL = "67e34d63-102f-4bd1-898e-370781d0074d";
    static final String ID = "af2089fe-43b1-47eb-a61f-c78dd196e18d";
    static final InvoiceId INVOICE = InvoiceId.of("205218074");
    static final TransactionRef REF = new TransactionRef(ID, INVOICE);
    static final CardOrder ORDER = CardOrder.of(INVOICE, Tenge.of(200), "Book").withSecretHash("shop-word");

    final TestSurroundings time = TestSurroundings.create();
    final ScriptedBank bank = new ScriptedBank();
    final EpaySettings settings = settings();
    final EpayClient client = EpayClient.of(settings);
    final EpayClient sole =
            EpayClient.of(settings.withReconciliation(settings.reconciliation().assuming(Assumption.SOLE_OPERATOR)));

    private EpaySettings settings() {
        HttpSettings http = HttpSettings.standard(time.surroundings());
        return EpaySettings.over(
                new EpaySettings.Hosts(
                        URI.create("https://oauth.example"),
                        URI.create("https://api.example"),
                        URI.create("https://widget.example/payform/payment-api.js")),
                new ClientCredentials("test", "yF587AV9Ms94qN2QShFzVR3vFnWkhjbAK3sG", TERMINAL),
                http,
                http.over(bank));
    }

    EpayTestStand token() {
        bank.answers(
                "{\"access_token\":\"DCEB8O_ZM5U7SO_T_U5EJQ\",\"expires_in\":7200,\"refresh_token\":\"\",\"scope\":\"payment\",\"token_type\":\"Bearer\"}");
        return this;
    }

    static final String NO_INVOICE = "{\"resultCode\":\"102\",\"resultMessage\":\"not found\"}";

    /** The bank knows no such order yet, and gives the token for it. */
    EpayTestStand untouched() {
        bank.answers(NO_INVOICE);
        return token();
    }

    static String status(String name) {
        return status(name, "200");
    }

    static String status(String name, String payout) {
        return "{\"resultCode\":\"100\",\"resultMessage\":\"SUCCESS\",\"transaction\":{\"id\":\"" + ID
                + "\",\"createdDate\":\"2026-11-20T03:52:17.289853+05:00\",\"invoiceID\":\"205218074\",\"amount\":200,"
                + "\"payoutAmount\":" + payout
                + ",\"currency\":\"KZT\",\"terminal\":\"98120001\",\"terminalID\":\"" + TERMINAL
                + "\",\"orgAmount\":200,\"secure\":true,\"reasonCode\":\"00\",\"cardID\":\"c1\",\"statusName\":\""
                + name + "\"}}";
    }
}
