package kz.paysandbox.emulator.epay.rows;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import kz.paysandbox.emulator.core.Ids;
import kz.paysandbox.emulator.epay.call.EpayCall;
import kz.paysandbox.emulator.epay.call.EpayConfig;
import kz.paysandbox.emulator.epay.call.EpayWire;
import kz.paysandbox.emulator.epay.domain.MoneyMovements;
import kz.paysandbox.emulator.epay.domain.Order;
import kz.paysandbox.emulator.epay.domain.Payment;
import kz.paysandbox.emulator.epay.domain.PaymentStatus;
import kz.paysandbox.emulator.epay.domain.cards.CardSummary;
import kz.paysandbox.emulator.epay.domain.codes.Refusal;
import kz.paysandbox.emulator.epay.wire.Answers;
import kz.paysandbox.emulator.epay.wire.EpayDates;
import kz.paysandbox.emulator.epay.wire.PostLink;

/** A payment as each of the bank's messages shows it. */
public record PaymentViews(EpayConfig config, EpayWire wire, Ids ids, Payment payment, Instant now) {

    public static PaymentViews of(EpayCall call, Payment payment) {
        return new PaymentViews(
                call.services().config(), call.wire(), call.bank().ids(), payment, call.now());
    }

    /** The answer of cryptopay and cards/auth. */
    Answers.PaymentAnswer paid(Optional<Answers.Secure3D> challenge) {
        Order order = payment.order();
        String field = config.form().messages().invoiceField();
        return new Answers.PaymentAnswer(
                payment.id(),
                wire.amount(order.amount()),
                order.currency(),
                new Answers.InvoiceName(
                        field.equals("invoiceId") ? null : order.invoiceId(),
                        field.equals("invoiceID") ? null : order.invoiceId()),
                order.payer().accountId(),
                order.payer().email(),
                order.payer().phone(),
                order.description(),
                order.language(),
                reference(),
                intReference(),
                new Answers.Card(
                        payment.cardId(),
                        payment.card().mask(),
                        payment.card().type(),
                        payment.card().issuer()),
                order.payer().name(),
                order.shop().terminalNumber(),
                0,
                status().wire(),
                approvalCode(),
                challenge.orElse(null));
    }

    /** The transaction of a status answer. */
    Answers.Transaction transaction() {
        Order order = payment.order();
        return new Answers.Transaction(
                payment.id(),
                EpayDates.of(payment.created()),
                order.invoiceId(),
                new Answers.Amounts(
                        amount(), BigDecimal.ZERO, wire.amount(payment.left()), wire.amount(order.amount())),
                approvalCode(),
                order.words().data(),
                order.currency(),
                order.shop().terminalNumber(),
                order.shop().terminal(),
                order.payer().accountId(),
                order.description(),
                order.language(),
                card(),
                reference(),
                intReference(),
                new Answers.Result(
                        reason(),
                        reasonCodeAsText(),
                        isSecure(),
                        "",
                        statusName().id(),
                        statusName().wire()),
                order.payer().name(),
                order.payer().email(),
                order.payer().phone(),
                payment.cardId(),
                reference(),
                Answers.Place.HOME);
    }

    /** The older status page's flat answer. */
    Answers.OldStatus oldStatus() {
        Order order = payment.order();
        return new Answers.OldStatus(
                payment.id(),
                EpayDates.of(payment.created()),
                order.invoiceId(),
                amount(),
                order.currency(),
                order.shop().terminalNumber(),
                order.payer().accountId(),
                order.description(),
                order.language(),
                card(),
                reference(),
                String.valueOf(isSecure()),
                statusName().wire(),
                status().isGranted() ? "Successfully" : reason(),
                isPending() ? null : reasonCode(),
                order.payer().name(),
                order.payer().email(),
                order.payer().phone(),
                Answers.Place.HOME,
                payment.cardId());
    }

    /** The callback. */
    PostLink postLink() {
        Order order = payment.order();
        boolean granted = status().isGranted();
        return new PostLink(
                order.payer().accountId(),
                wire.amount(order.amount()),
                granted ? approvalCode() : null,
                granted ? payment.cardId() : null,
                card(),
                granted ? "ok" : "error",
                order.currency(),
                EpayDates.of(now),
                order.description(),
                order.payer().email(),
                payment.id(),
                order.invoiceId(),
                granted ? null : order.invoice().alternative(),
                Answers.Place.HOME,
                order.language(),
                order.payer().name(),
                order.payer().phone(),
                reason(),
                reasonCode(),
                reference(),
                order.words().secretHash(),
                isSecure() ? "yes" : "no",
                "",
                order.shop().terminalNumber(),
                granted ? null : "",
                config.callbacks().transactionId() ? payment.id() : null);
    }

    PaymentStatus status() {
        return payment.at(now);
    }

    /** Twelve digits. */
    public String reference() {
        return DerivedIds.reference(ids, payment.number());
    }

    public int reasonCode() {
        return payment.refusal(now).map(wire::code).orElse(0);
    }

    /** The status page prints 00 for a granted transaction. */
    private String reasonCodeAsText() {
        return reasonCode() != 0 ? String.valueOf(reasonCode()) : isPending() ? "" : "00";
    }

    private boolean isPending() {
        return !config.form().statuses().pendingAsGranted() && reasonCode() == 0 && !status().isGranted();
    }

    private PaymentStatus statusName() {
        boolean partly = status() == PaymentStatus.CHARGE
                && payment.movements().refunded().isPositive();
        return partly && config.form().statuses().partialIsRefund() ? PaymentStatus.REFUND : status();
    }

    private String reason() {
        return payment.refusal(now)
                .map(reason -> wire.message(Refusal.of(reason)))
                .orElseGet(() -> status().isGranted() ? "success" : "");
    }

    private String approvalCode() {
        return status().isGranted() ? DerivedIds.approvalCode(ids, payment.number()) : "";
    }

    private String intReference() {
        return DerivedIds.intReference(ids, payment.number());
    }

    private boolean isSecure() {
        return payment.challenge().isPresent();
    }

    private BigDecimal amount() {
        return payment.movements()
                .charged()
                .map(MoneyMovements.Charge::amount)
                .map(wire::amount)
                .orElseGet(() -> wire.amount(payment.order().amount()));
    }

    private Answers.MaskedCard card() {
        CardSummary face = payment.card();
        return new Answers.MaskedCard(face.mask(), face.type(), face.issuer());
    }
}
