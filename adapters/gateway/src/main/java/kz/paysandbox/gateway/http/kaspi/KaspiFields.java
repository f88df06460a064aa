package kz.paysandbox.gateway.http.kaspi;

import java.util.Optional;
import kz.paysandbox.adapters.kaspi.payment.Bin;
import kz.paysandbox.adapters.kaspi.payment.DeviceToken;
import kz.paysandbox.adapters.kaspi.payment.Phone;
import kz.paysandbox.adapters.money.Tenge;
import kz.paysandbox.gateway.http.route.FieldReader;
import kz.paysandbox.gateway.pay.KaspiDemand;
import kz.paysandbox.gateway.pay.RefundDemand;
import kz.paysandbox.gateway.payment.PaymentKind;

/**
 * The names of the families' fields.
 *
 * @param bin of the organisation
 * @param device of the till's token; family A alone has it
 * @param order of the shop's own number
 * @param externalId of the bank's number
 */
record KaspiFields(String bin, String device, String order, String externalId) {
    static final KaspiFields CAMEL = new KaspiFields("organizationBin", "deviceToken", "orderId", "externalId");
    static final KaspiFields SNAKE = new KaspiFields("organization_bin", "device_token", "order_id", "external_id");

    private static final int LONGEST_MESSAGE = 500;
    private static final int LONGEST_ORDER = 100;

    /** What a create says, but for the shop. */
    record Wish(
            PaymentKind kind,
            Optional<Bin> bin,
            Optional<DeviceToken> device,
            Optional<Tenge> amount,
            Optional<Phone> phone,
            Optional<String> message,
            Optional<String> orderId) {
        KaspiDemand of(String shop) {
            return new KaspiDemand(shop, kind, bin, device, amount.orElseThrow(), phone, message, orderId);
        }
    }

    /** Reads a create; whether it can be read is the reader's to say. */
    Wish wish(FieldReader read, PaymentKind kind) {
        read.required("amount");
        if (kind == PaymentKind.INVOICE) {
            read.required("phone");
        }
        return new Wish(
                kind,
                read.bin(bin),
                read.device(device),
                read.tenge("amount"),
                kind == PaymentKind.INVOICE ? read.phone("phone") : Optional.empty(),
                read.text("message", LONGEST_MESSAGE),
                read.text(order, LONGEST_ORDER));
    }

    /** A refund's payment and amount. */
    record Reversal(Optional<String> externalId, RefundDemand demand) {}

    Reversal reversal(FieldReader read) {
        read.required(externalId, "amount");
        return new Reversal(
                read.number(externalId).map(String::valueOf),
                new RefundDemand(
                        read.tenge("amount"),
                        read.bin(bin),
                        read.device(device),
                        read.text("reason", LONGEST_MESSAGE)));
    }
}
