package kz.paysandbox.adapters.model;

import java.util.Optional;
import kz.paysandbox.adapters.epay.EpayClient;
import kz.paysandbox.adapters.epay.payment.CardOrder;
import kz.paysandbox.adapters.epay.payment.CardPayment;
import kz.paysandbox.adapters.epay.payment.Cryptogram;
import kz.paysandbox.adapters.epay.payment.InvoiceId;
import kz.paysandbox.adapters.epay.payment.TransactionRef;
import kz.paysandbox.adapters.kaspi.KaspiR2;
import kz.paysandbox.adapters.kaspi.KaspiR3;
import kz.paysandbox.adapters.kaspi.payment.Bin;
import kz.paysandbox.adapters.kaspi.payment.DeviceToken;
import kz.paysandbox.adapters.kaspi.payment.Order;
import kz.paysandbox.adapters.kaspi.payment.Phone;
import kz.paysandbox.adapters.kaspi.payment.RemoteInvoice;
import kz.paysandbox.adapters.money.MoneyAnswer;
import kz.paysandbox.adapters.money.Tenge;

/** Every call that moves money or may, as what one of several shops wants of the same payment or order. */
enum MoneyCall {
    CREATE_QR {
        @Override
        Wish prepare(Stand stand) {
            return shop -> new Intent<>(
                    stand.kaspiBank,
                    nth -> stand.r1().createQr(Order.of(TILL, Tenge.of(200))),
                    (attempt, qr) -> attempt.carriedOutWith(200) && stand.kaspiBooks.holds(qr.id(), 200),
                    false);
        }
    },
    CREATE_LINK {
        @Override
        Wish prepare(Stand stand) {
            return shop -> new Intent<>(
                    stand.kaspiBank,
                    nth -> stand.r2().createLink(Order.of(TILL, Tenge.of(200))),
                    (attempt, link) -> attempt.carriedOutWith(200) && stand.kaspiBooks.holds(link.id(), 200),
                    false);
        }
    },
    INVOICE_BY_PHONE {
        @Override
        Wish prepare(Stand stand) {
            return shop -> new Intent<>(
                    stand.kaspiBank,
                    nth -> stand.r3().invoice(BIN, TILL, PHONE, Tenge.of(200), Optional.empty()),
                    (attempt, made) -> attempt.carriedOutWith(200) && stand.kaspiBooks.holds(made.id(), 200),
                    true);
        }
    },
    CANCEL_INVOICE {
        @Override
        Wish prepare(Stand stand) {
            long id = stand.kaspiBooks.open(200, "RemotePaymentCreated");
            KaspiR3 client = stand.r3();
            return shop -> new Intent<>(
                    stand.kaspiBank,
                    nth -> client.cancelInvoice(BIN, TILL, new RemoteInvoice(id)),
                    (attempt, done) -> stand.kaspiBooks.status(id).equals("RemotePaymentCanceled"),
                    false);
        }
    },
    RETURN_R2 {
        @Override
        Wish prepare(Stand stand) {
            long id = stand.kaspiBooks.open(200, "Processed");
            KaspiR2 client = stand.r2();
            return shop -> {
                int sum = 50 * (1 + stand.random.nextInt(3));
                KaspiR2 own = stand.sole ? client : stand.r2();
                return new Intent<>(
                        stand.kaspiBank,
                        nth -> own.refund(TILL, id, 15, Tenge.of(sum)),
                        (attempt, refund) ->
                                attempt.carriedOutWith(sum) && refund.amount().equals(Tenge.of(sum)),
                        true);
            };
        }
    },
    RETURN_R3 {
        @Override
        Wish prepare(Stand stand) {
            long id = stand.kaspiBooks.open(200, "Processed");
            KaspiR3 client = stand.r3();
            return shop -> {
                int sum = 50 * (1 + stand.random.nextInt(2));
                return new Intent<>(
                        stand.kaspiBank,
                        nth -> client.refund(BIN, TILL, id, Tenge.of(sum)),
                        (attempt, refund) ->
                                attempt.carriedOutWith(sum) && refund.amount().equals(Tenge.of(sum)),
                        true);
            };
        }
    },
    CRYPTOPAY {
        @Override
        Wish prepare(Stand stand) {
            EpayClient client = stand.epay();
            return shop -> paying(stand, shop, order -> client.pay(order, new Cryptogram("c")));
        }
    },
    SAVED_CARD {
        @Override
        Wish prepare(Stand stand) {
            return shop -> {
                EpayClient client = stand.epay();
                return paying(stand, shop, order -> client.paySavedCard(order, "card", false));
            };
        }
    },
    CONFIRM {
        @Override
        Wish prepare(Stand stand) {
            EpayBooks.Try asked = stand.epayBooks.begin(INVOICE.value(), 200, "3D");
            EpayClient client = stand.epay();
            return shop -> new Intent<>(
                    stand.epayBank,
                    nth -> client.confirm(order(INVOICE), ref(asked), "p", "m"),
                    (attempt, paid) ->
                            asked.taken && paid.ref().equals(ref(asked)) && attempt.neverWithAnotherThan(200),
                    true);
        }
    },
    CHARGE {
        @Override
        Wish prepare(Stand stand) {
            EpayBooks.Try held = stand.epayBooks.begin(INVOICE.value(), 200, "AUTH");
            EpayClient client = stand.epay();
            return shop -> {
                Optional<Integer> part = stand.random.nextBoolean() ? Optional.empty() : Optional.of(150);
                int sum = part.orElse(200);
                return new Intent<>(
                        stand.epayBank,
                        nth -> client.charge(ref(held), part.map(Tenge::of)),
                        (attempt, done) -> held.amount == sum
                                && attempt.neverWithAnotherThan(sum)
                                && (held.state.equals("CHARGE") || held.state.equals("REFUND")),
                        true);
            };
        }
    },
    CANCEL {
        @Override
        Wish prepare(Stand stand) {
            EpayBooks.Try held = stand.epayBooks.begin(INVOICE.value(), 200, "AUTH");
            EpayClient client = stand.epay();
            return shop -> new Intent<>(
                    stand.epayBank,
                    nth -> client.cancel(ref(held)),
                    (attempt, done) -> held.state.equals("CANCEL"),
                    true);
        }
    },
    REFUND {
        @Override
        Wish prepare(Stand stand) {
            EpayBooks.Try paid = stand.epayBooks.begin(INVOICE.value(), 200, "CHARGE");
            EpayClient client = stand.epay();
            return shop -> {
                Optional<Integer> part = stand.random.nextInt(4) == 0
                        ? Optional.empty()
                        : Optional.of(50 * (1 + stand.random.nextInt(2)));
                return new Intent<>(
                        stand.epayBank,
                        nth -> client.refund(ref(paid), part.map(Tenge::of), Optional.empty()),
                        (attempt, done) -> part.map(attempt::carriedOutWith)
                                .orElseGet(() -> attempt.applied.get() > 0 && paid.payout == 0),
                        true);
            };
        }
    },
    INVOICE_LINK {
        @Override
        Wish prepare(Stand stand) {
            EpayClient client = stand.epay();
            return shop -> new Intent<>(
                    stand.epayBank,
                    nth -> client.createLink(order(INVOICE), "shop", 2),
                    (attempt, link) -> attempt.carriedOutWith(200),
                    false);
        }
    };

    private static final Bin BIN = Bin.of("180340021791");
    private static final DeviceToken TILL = DeviceToken.of("2be4cc91");
    private static final Phone PHONE = Phone.parse("87010000001");
    private static final InvoiceId INVOICE = InvoiceId.of("205218074");

    /** What each of several shops wants. */
    @FunctionalInterface
    interface Wish {
        Intent<?> of(int shop);
    }

    /** One way of paying an order. */
    private interface Paying {
        MoneyAnswer<CardPayment> pay(CardOrder order);
    }

    abstract Wish prepare(Stand stand);

    /** After "not applied" every second shop takes a new order number, as for another card. */
    private static Intent<CardPayment> paying(Stand stand, int shop, Paying paying) {
        boolean renews = stand.random.nextBoolean();
        return new Intent<>(
                stand.epayBank,
                nth -> paying.pay(order(nth > 0 && renews ? InvoiceId.of("30000" + shop + nth) : INVOICE)),
                (attempt, paid) -> stand.epayBooks
                        .find(paid.ref().id())
                        .filter(found -> found.taken || paid.stage() == CardPayment.Stage.CHALLENGE)
                        .filter(found -> found.ordered == 200
                                && found.invoice.equals(paid.ref().invoiceId().value()))
                        .filter(found -> attempt.neverWithAnotherThan(200))
                        .isPresent(),
                true);
    }

    private static CardOrder order(InvoiceId invoice) {
        return CardOrder.of(invoice, Tenge.of(200), "Book");
    }

    private static TransactionRef ref(EpayBooks.Try one) {
        return new TransactionRef(one.id, InvoiceId.of(one.invoice));
    }
}
