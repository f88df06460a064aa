package kz.paysandbox.adapters.epay;

import java.net.URI;
import kz.paysandbox.adapters.epay.payment.CardOrder;
import kz.paysandbox.adapters.epay.payment.ClientCredentials;
import kz.paysandbox.adapters.epay.payment.InvoiceId;
import kz.paysandbox.adapters.epay.payment.TransactionRef;
import kz.paysandbox.adapters.money.Assumption;
import kz.paysandbox.adapters.money.Tenge;
import kz.paysandbox.adapters.transport.HttpSettings;
import kz.paysandbox.adapters.transport.ScriptedBank;
import kz.paysandbox.adapters.transport.TestSurroundings;

/** A client over a scripted bank, with the credentials printed on the bank's pages. */
public final class EpayTestStand {
    public static final String TERMINAL = "67e34d63-102f-4bd1-898e-370781d0074d";
    public static final String ID = "af2089fe-43b1-47eb-a61f-c78dd196e18d";
    public static final InvoiceId INVOICE = InvoiceId.of("205218074");
    public static final TransactionRef REF = new TransactionRef(ID, INVOICE);
    public static final CardOrder ORDER =
            CardOrder.of(INVOICE, Tenge.of(200), "Book").withSecretHash("shop-word");

    public final TestSurroundings time = TestSurroundings.create();
    public final ScriptedBank bank = new ScriptedBank();
    public final EpaySettings settings = settings();
    public final EpayClient client = EpayClient.of(settings);
    public final EpayClient sole =
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

    public EpayTestStand token() {
        bank.answers(
                "{\"access_token\":\"DCEB8O_ZM5U7SO_T_U5EJQ\",\"expires_in\":7200,\"refresh_token\":\"\",\"scope\":\"payment\",\"token_type\":\"Bearer\"}");
        return this;
    }

    public static final String NO_INVOICE = "{\"resultCode\":\"102\",\"resultMessage\":\"not found\"}";

    /** The bank knows no such order yet, and gives the token for it. */
    public EpayTestStand untouched() {
        bank.answers(NO_INVOICE);
        return token();
    }

    public static String status(String name) {
        return status(name, "200");
    }

    public static String status(String name, String payout) {
        return "{\"resultCode\":\"100\",\"resultMessage\":\"SUCCESS\",\"transaction\":{\"id\":\"" + ID
                + "\",\"createdDate\":\"2026-11-20T03:52:17.289853+05:00\",\"invoiceID\":\"205218074\",\"amount\":200,"
                + "\"payoutAmount\":" + payout
                + ",\"currency\":\"KZT\",\"terminal\":\"98120001\",\"terminalID\":\"" + TERMINAL
                + "\",\"orgAmount\":200,\"secure\":true,\"reasonCode\":\"00\",\"cardID\":\"c1\",\"statusName\":\""
                + name + "\"}}";
    }
}
