package kz.paysandbox.gateway.http.kaspi;

import java.time.Duration;
import java.util.Optional;
import kz.paysandbox.adapters.error.PaymentException;
import kz.paysandbox.adapters.kaspi.payment.Bin;
import kz.paysandbox.adapters.kaspi.payment.DeviceToken;
import kz.paysandbox.adapters.kaspi.payment.PaymentDetails;
import kz.paysandbox.adapters.kaspi.payment.Phone;
import kz.paysandbox.gateway.http.access.OwnPayments;
import kz.paysandbox.gateway.http.route.Call;
import kz.paysandbox.gateway.pay.Banks;
import kz.paysandbox.gateway.pay.Guard;
import kz.paysandbox.gateway.pay.KaspiDemand;
import kz.paysandbox.gateway.pay.KaspiPayments;
import kz.paysandbox.gateway.pay.MoneyResult;
import kz.paysandbox.gateway.pay.RefundDemand;
import kz.paysandbox.gateway.pay.StatusLooks;
import kz.paysandbox.gateway.payment.BankRefusals;
import kz.paysandbox.gateway.payment.BankTime;
import kz.paysandbox.gateway.payment.HandedOut;
import kz.paysandbox.gateway.payment.Payment;
import kz.paysandbox.gateway.payment.Refusal;
import kz.paysandbox.gateway.payment.RefusalCode;
import kz.paysandbox.gateway.payment.Result;
import kz.paysandbox.gateway.store.GatewayDatabase;
import kz.paysandbox.gateway.store.IdempotencyKey;

/** What the three families do alike. */
public final class KaspiDesk {
    private final GatewayDatabase database;
    private final Banks banks;
    private final Guard guard;
    private final KaspiPayments payments;
    private final StatusLooks looks;
    private final OwnPayments own;
    private final CallsAMinute clientInfo;

    /**
     * Over the use cases.
     *
     * @param clientInfo how often customers may be looked up by one till
     */
    public KaspiDesk(
            GatewayDatabase database,
            Banks banks,
            Guard guard,
            KaspiPayments payments,
            StatusLooks looks,
            CallsAMinute clientInfo) {
        this.database = database;
        this.banks = banks;
        this.guard = guard;
        this.payments = payments;
        this.looks = looks;
        this.own = new OwnPayments(database);
        this.clientInfo = clientInfo;
    }

    Result<MoneyResult> create(KaspiDemand demand, Optional<IdempotencyKey> key) {
        return payments.create(demand, key);
    }

    /** The shop of an admin's token, by BIN and device. */
    Result<String> shopOf(Bin bin, DeviceToken device) {
        return Guard.shop(banks.merchant().configs().ofBin(bin), device);
    }

    /** A payment as the bank shows it now, if it may be asked now. */
    Result<Payment> status(Call call, String externalId) {
        return own.ofExternalId(call, externalId).then(looks::look);
    }

    Result<MoneyResult> refund(Call call, String externalId, RefundDemand demand, Optional<IdempotencyKey> key) {
        return own.ofExternalId(call, externalId)
                .then(payment -> fitting(payment, demand.bin(), demand.device()))
                .then(looks::look)
                .then(seen -> payments.refund(seen, demand, key));
    }

    /** Another organisation's or till's payment is refused before the bank hears of it. */
    private Result<Payment> fitting(Payment payment, Optional<Bin> bin, Optional<DeviceToken> device) {
        return guard.mismatch(payment, bin, device)
                .map(Result::<Payment>refused)
                .orElseGet(() -> Result.of(payment));
    }

    Result<MoneyResult> cancel(Call call, String externalId, Optional<Bin> bin, Optional<IdempotencyKey> key) {
        return own.ofExternalId(call, externalId)
                .then(payment -> fitting(payment, bin, Optional.empty()))
                .then(looks::look)
                .then(seen -> payments.cancel(seen, key));
    }

    /** What the bank's books say of a purchase. */
    Result<PaymentDetails> details(Call call, String externalId) {
        return own.ofExternalId(call, externalId).then(looks::look).then(seen -> {
            if (!seen.status().paid()) {
                return Result.refused(
                        RefusalCode.NOT_COMPLETED,
                        "the payment is " + seen.status().word() + ", not completed");
            }
            try {
                return Result.of(
                        banks.merchant().details(seen.shop(), seen.externalId().orElseThrow()));
            } catch (PaymentException e) {
                return Result.refused(BankRefusals.kaspi(e));
            }
        });
    }

    /** The name of the customer who would get an invoice. */
    Result<String> customer(String shop, Optional<Bin> bin, Phone phone) {
        return guard.choose(shop, bin, Optional.empty()).then(config -> {
            Optional<Duration> wait = clientInfo.take(config.id());
            if (wait.isPresent()) {
                return Result.refused(Refusal.later(wait.get(), "the bank lets a till look up 50 customers a minute"));
            }
            try {
                return Result.of(banks.kaspi().customerName(phone, config.device()));
            } catch (PaymentException e) {
                return Result.refused(BankRefusals.kaspi(e));
            }
        });
    }

    /** What the customer needs to pay; present for links and QR codes that the bank has opened. */
    HandedOut handedOut(Payment payment) {
        return database.transaction(sql -> database.tables().payments().handedOut(sql, payment.id()))
                .map(HandedOut::parse)
                .orElseThrow(() -> new IllegalStateException("payment " + payment.id() + " has no link"));
    }

    /** When the bank was last asked for the payment's state. */
    Optional<String> checkedAt(Payment payment) {
        return database.transaction(sql -> database.tables().payments().find(sql, payment.id()))
                .flatMap(now -> now.dates().askedAt())
                .map(BankTime::text);
    }
}
