package kz.paysandbox.gateway.pay;

import java.util.Optional;
import kz.paysandbox.adapters.kaspi.payment.Bin;
import kz.paysandbox.adapters.kaspi.payment.DeviceToken;
import kz.paysandbox.adapters.kaspi.payment.Phone;
import kz.paysandbox.adapters.money.Tenge;
import kz.paysandbox.gateway.payment.PaymentKind;

/**
 * A payment that a shop wants to open at Kaspi.
 *
 * @param shop whose
 * @param kind invoice, link or QR
 * @param bin the organisation; empty for the shop's default
 * @param device the till's token; empty for that of the chosen row
 * @param amount in tenge
 * @param phone whom to invoice; present for an invoice alone
 * @param message what the customer reads, at most 500 characters
 * @param orderId the shop's own number, 1 to 100 characters
 */
public record KaspiDemand(
        String shop,
        PaymentKind kind,
        Optional<Bin> bin,
        Optional<DeviceToken> device,
        Tenge amount,
        Optional<Phone> phone,
        Optional<String> message,
        Optional<String> orderId) {}
