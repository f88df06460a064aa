package kz.paysandbox.gateway.pay;

import java.util.Optional;
import kz.paysandbox.adapters.kaspi.payment.Bin;
import kz.paysandbox.adapters.kaspi.payment.DeviceToken;
import kz.paysandbox.adapters.money.Tenge;

/**
 * Money that a shop wants to give back.
 *
 * @param amount in tenge; empty for all that is left
 * @param bin the organisation that the caller thinks took the payment, if he says so
 * @param device the till that the caller thinks is of it, if he says so
 * @param reason for the shop's books, at most 500 characters
 */
public record RefundDemand(
        Optional<Tenge> amount, Optional<Bin> bin, Optional<DeviceToken> device, Optional<String> reason) {}
