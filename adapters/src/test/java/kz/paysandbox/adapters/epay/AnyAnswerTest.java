package kz.paysandbox.adapters.epay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.longs;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import kz.paysandbox.adapters.epay.payment.CardOrder;
import kz.paysandbox.adapters.epay.payment.Cryptogram;
import kz.paysandbox.adapters.epay.payment.InvoiceId;
import kz.paysandbox.adapters.epay.payment.TransactionRef;
import kz.paysandbox.adapters.error.PaymentException;
import kz.paysandbox.adapters.money.Tenge;
import kz.paysandbox.adapters.transport.Mutations;
import org.junit.jupiter.api.Test;

/** Whatever a bank answers to whichever operation: the taxonomy or a value, and no call that moves money leaves twice. */
class AnyAnswerTest {
    private static final String GOLDEN = """
            {"resultCode":"100","resultMessage":"SUCCESS","access_token":"t","expires_in":7200,"id":"af2089fe-43b1",\
            "invoiceID":"205218074","invoice_id":"205218074","invoice_url":"https://b.example/x","amount":200,\
            "currency":"KZT","reference":"1","status":"AUTH","dateTime":"2022-11-15T03:52:17.289853+06:00",\
            "secure3D":{"paReq":"p","md":"m","action":"https://acs.example"},"transaction":{"id":"af2089fe-43b1",\
            "invoiceID":"205218074","amount":200,"payoutAmount":200,"currency":"KZT","statusName":"CHARGE",\
            "createdDate":"2022-11-15T03:52:17.289853+06:00","reasonCode":"00","terminal":"98120001"}}""";
    private static final CardOrder ORDER = CardOrder.of(InvoiceId.of("205218074"), Tenge.of(200), "Book");
    private static final TransactionRef REF = new TransactionRef("af2089fe-43b1", ORDER.invoiceId());

    private static final List<Function<EpayClient, Object>> OPERATIONS = List.of(
            EpayClient::cardKey,
            epay -> epay.pay(ORDER, new Cryptogram("c")),
            epay -> epay.pay(CardOrder.verification(ORDER.invoiceId(), "check"), new Cryptogram("c")),
            epay -> epay.paySavedCard(ORDER, "card", false),
            epay -> epay.confirm(ORDER, REF, "p", "m"),
            epay -> epay.charge(REF, Optional.empty()),
            epay -> epay.cancel(REF),
            epay -> epay.refund(REF, Optional.of(Tenge.of(50)), Optional.empty()),
            epay -> epay.refund(REF, Optional.empty(), Optional.of("x")),
            epay -> epay.status(ORDER.invoiceId()),
            epay -> epay.statusOfTransaction("af2089fe-43b1"),
            epay -> epay.olderStatus(ORDER.invoiceId()),
            epay -> epay.savedCards("a"),
            epay -> epay.createLink(ORDER, "shop", 1),
            epay -> epay.widget(ORDER));

    @Test
    void any_answer_to_any_operation() {
        qt().withExamples(6000).forAll(longs().all()).check(AnyAnswerTest::survives);
    }

    private static boolean survives(long seed) {
        EpayTestStand stand = new EpayTestStand();
        stand.bank.answers("{\"access_token\":\"t\",\"expires_in\":\"1200\"}");
        for (int i = 0; i < 30; i++) {
            stand.bank.answers(i % 3 == 0 ? 400 : 200, Mutations.of(GOLDEN, seed + i));
        }
        Function<EpayClient, Object> operation = OPERATIONS.get((int) Math.floorMod(seed, (long) OPERATIONS.size()));
        try {
            assertThat(operation.apply(stand.client).toString()).isNotNull();
        } catch (PaymentException inTheTaxonomy) {
            assertThat(inTheTaxonomy.getMessage()).contains("X-Request-ID");
        }
        return List.of("/cryptopay", "/auth", "/confirm", "/charge", "/cancel", "/refund", "/invoice").stream()
                .allMatch(path -> stand.bank.posts(path) <= 1);
    }
}
