package kz.paysandbox.gateway.pay;

import java.util.Optional;
import kz.paysandbox.adapters.epay.EpayClient;
import kz.paysandbox.adapters.kaspi.KaspiR3;
import kz.paysandbox.adapters.merchant.MerchantKaspi;
import kz.paysandbox.adapters.merchant.refund.EpayRefunds;

/**
 * The banks' clients and the adapters' journals over them.
 *
 * @param kaspi the client of scheme r3
 * @param merchant its journal and routing
 * @param epay Halyk ePay, where the settings name its credentials
 */
public record Banks(KaspiR3 kaspi, MerchantKaspi merchant, Optional<Cards> epay) {
    /**
     * Halyk ePay.
     *
     * @param client of one terminal
     * @param refunds its journal of refunds
     */
    public record Cards(EpayClient client, EpayRefunds refunds) {}
}
