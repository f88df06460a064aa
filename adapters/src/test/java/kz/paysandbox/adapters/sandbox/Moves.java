package kz.paysandbox.adapters.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import kz.paysandbox.adapters.epay.EpayClient;
import kz.paysandbox.adapters.epay.payment.Card;
import kz.paysandbox.adapters.epay.payment.CardOrder;
import kz.paysandbox.adapters.epay.payment.CardPayment;
import kz.paysandbox.adapters.epay.payment.Cryptogram;
import kz.paysandbox.adapters.kaspi.payment.DeviceToken;
import kz.paysandbox.adapters.kaspi.payment.Order;
import kz.paysandbox.adapters.kaspi.payment.Phone;
import kz.paysandbox.adapters.kaspi.payment.RemoteInvoice;
import kz.paysandbox.adapters.money.MoneyAnswer;
import kz.paysandbox.adapters.money.Tenge;

/** Every call that moves money or may, made ready up to the call itself. */
record Moves(Stage stage, Clients calm, DeviceToken till) {
    private static final Phone PHONE = Phone.parse("87010000001");
    private static final Card CARD = Cards.GOOD;

    /** The calls, and for whom the bank's books prove afterwards that one was made. That it was not, they never do. */
    enum Kind {
        QR_CREATE("r3 qr create", Seen.NEVER),
        REMOTE_CREATE("r3 remote create", Seen.NEVER),
        REMOTE_CANCEL("r3 remote cancel", Seen.ALWAYS),
        RETURN("r3 payment return", Seen.BY_SOLE_OPERATORS),
        CRYPTOPAY("epay payment cryptopay", Seen.ALWAYS),
        CHARGE("epay operation charge", Seen.ALWAYS),
        CANCEL("epay operation cancel", Seen.ALWAYS),
        REFUND("epay operation refund", Seen.BY_SOLE_OPERATORS);

        final String endpoint;
        final Seen seen;

        Kind(String endpoint, Seen seen) {
            this.endpoint = endpoint;
            this.seen = seen;
        }
    }

    /** For whom the books are a proof. */
    enum Seen {
        NEVER,
        BY_SOLE_OPERATORS,
        ALWAYS
    }

    /** One call that is ready to be made, and what the bank's books say about it, asked past all faults. */
    record Move(Function<Clients, MoneyAnswer<?>> call, BooleanSupplier applied) {}

    Move ready(Kind kind) {
        return switch (kind) {
            case QR_CREATE -> qr();
            case REMOTE_CREATE -> invoice();
            case REMOTE_CANCEL -> withdrawal();
            case RETURN -> giveBack();
            case CRYPTOPAY -> card();
            case CHARGE -> {
                CardPayment held = paid(calm.holding(), Cards.HOLD_TERMINAL);
                yield new Move(
                        c -> c.holding().charge(held.ref(), Optional.empty()),
                        () -> status(held.ref().id()).equals("CHARGE"));
            }
            case CANCEL -> {
                CardPayment held = paid(calm.holding(), Cards.HOLD_TERMINAL);
                yield new Move(
                        c -> c.holding().cancel(held.ref()),
                        () -> status(held.ref().id()).equals("CANCEL"));
            }
            case REFUND -> {
                CardPayment paid = paid(calm.epay(), Cards.TERMINAL);
                yield new Move(
                        c -> c.epay().refund(paid.ref(), Optional.of(Tenge.of(50)), Optional.empty()),
                        () -> refunded(paid.ref().id(), 50));
            }
        };
    }

    private Move qr() {
        String order = UUID.randomUUID().toString();
        return new Move(
                c -> c.kaspi().createQr(Stage.BIN, Order.of(till, Tenge.of(200), order)),
                () -> stage.sandbox()
                        .get("/payments")
                        .findValuesAsText("externalId")
                        .contains(order));
    }

    private Move invoice() {
        int before = invoices();
        return new Move(
                c -> c.kaspi().invoice(Stage.BIN, till, PHONE, Tenge.of(10), Optional.empty()),
                () -> invoices() > before);
    }

    private int invoices() {
        int found = 0;
        for (JsonNode payment : stage.sandbox().get("/payments")) {
            found += payment.path("kind").asText().equals("remote") ? 1 : 0;
        }
        return found;
    }

    private Move withdrawal() {
        RemoteInvoice invoice = calm.kaspi()
                .invoice(Stage.BIN, till, PHONE, Tenge.of(10), Optional.empty())
                .orThrow();
        return new Move(
                c -> c.kaspi().cancelInvoice(Stage.BIN, till, invoice),
                () -> status(Long.toString(invoice.id())).equals("RemotePaymentCanceled"));
    }

    private Move giveBack() {
        long payment = paidByQr();
        return new Move(
                c -> c.kaspi().refund(Stage.BIN, till, payment, Tenge.of(50)),
                () -> refunded(Long.toString(payment), 50));
    }

    long paidByQr() {
        long payment = calm.kaspi()
                .createQr(Stage.BIN, Order.of(till, Tenge.of(200)))
                .orThrow()
                .id();
        calm.kaspi().testHooks().scan(payment);
        calm.kaspi().testHooks().confirm(payment);
        return payment;
    }

    private Move card() {
        CardOrder order = CardOrder.of(stage.order(), Tenge.of(200), "Book");
        Cryptogram cryptogram = Cards.cryptogram(stage, calm.epay(), CARD, Cards.TERMINAL);
        return new Move(
                c -> c.epay().pay(order, cryptogram),
                () -> stage.sandbox()
                        .get("/payments")
                        .findValuesAsText("externalId")
                        .contains(order.invoiceId().value()));
    }

    CardPayment paid(EpayClient client, String terminal) {
        return client.pay(
                        CardOrder.of(stage.order(), Tenge.of(200), "Book"),
                        Cards.cryptogram(stage, client, CARD, terminal))
                .orThrow();
    }

    boolean refunded(String id, int amount) {
        return refunded(id) == amount;
    }

    /** How much of a payment was given back, in whole tenge. */
    int refunded(String id) {
        return stage.sandbox().get("/payments/" + id).path("refunded").asInt();
    }

    private String status(String id) {
        return stage.sandbox().get("/payments/" + id).path("status").asText();
    }
}
