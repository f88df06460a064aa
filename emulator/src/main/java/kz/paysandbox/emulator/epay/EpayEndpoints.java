package kz.paysandbox.emulator.epay;

import static kz.paysandbox.emulator.epay.EpayEndpoint.Form.ANY;
import static kz.paysandbox.emulator.epay.EpayEndpoint.Form.JSON;
import static kz.paysandbox.emulator.epay.EpayEndpoint.Form.PAYMENT_OBJECT;
import static kz.paysandbox.emulator.epay.EpayEndpoint.Form.TOKEN_REQUEST;
import static kz.paysandbox.emulator.epay.call.EpayHandler.worded;
import static kz.paysandbox.emulator.epay.call.TokenRequirement.MANAGE;
import static kz.paysandbox.emulator.epay.call.TokenRequirement.OPEN;
import static kz.paysandbox.emulator.epay.call.TokenRequirement.OPERATE;
import static kz.paysandbox.emulator.epay.call.TokenRequirement.PAY;
import static kz.paysandbox.emulator.epay.call.TokenRequirement.READ;
import static kz.paysandbox.emulator.epay.rules.Operation.CANCEL;
import static kz.paysandbox.emulator.epay.rules.Operation.CHARGE;
import static kz.paysandbox.emulator.epay.rules.Operation.CHECK_STATUS;
import static kz.paysandbox.emulator.epay.rules.Operation.OLDER_STATUS;
import static kz.paysandbox.emulator.epay.rules.Operation.OTHER;
import static kz.paysandbox.emulator.epay.rules.Operation.PAYMENT;
import static kz.paysandbox.emulator.epay.rules.Operation.REFUND;
import static kz.paysandbox.emulator.http.Method.GET;
import static kz.paysandbox.emulator.http.Method.POST;

import java.util.List;
import kz.paysandbox.emulator.epay.call.EpayHandler;
import kz.paysandbox.emulator.epay.call.TokenRequirement;
import kz.paysandbox.emulator.epay.page.CheckoutHandlers;
import kz.paysandbox.emulator.epay.page.PageHandlers;
import kz.paysandbox.emulator.epay.page.ThreeDsHandlers;
import kz.paysandbox.emulator.epay.rows.CardHandlers;
import kz.paysandbox.emulator.epay.rows.InvoiceHandlers;
import kz.paysandbox.emulator.epay.rows.NotEmulated;
import kz.paysandbox.emulator.epay.rows.OperationHandlers;
import kz.paysandbox.emulator.epay.rows.PaymentHandlers;
import kz.paysandbox.emulator.epay.rows.StatusHandlers;
import kz.paysandbox.emulator.epay.rows.TokenHandlers;
import kz.paysandbox.emulator.epay.rules.Operation;
import kz.paysandbox.emulator.http.Method;

/** The table: every endpoint of Halyk ePay, what is emulated, what is left out, and the pages' own addresses. */
public final class EpayEndpoints {

    /** API first, then what is answered with 501, then payment page and issuer's page. */
    // spotless:off
    public static final List<EpayEndpoint> TABLE = List.of(
            row("authorisation", POST, "/oauth2/token", OPEN, TOKEN_REQUEST, OTHER, worded(TokenHandlers::token)),
            row("cryptogram", GET, "/public.rsa", OPEN, worded(CardHandlers::publicKey)),
            row("payment", POST, "/payment/cryptopay", PAY, JSON, PAYMENT, PaymentHandlers::cryptopay),
            row("3-D Secure", POST, "/payment/confirm", OPEN, worded(ThreeDsHandlers::confirm)),
            row("3-D Secure", POST, "/payments/cards/confirmPayment", OPEN, worded(ThreeDsHandlers::confirmPayment)),
            row("saved cards", POST, "/payments/cards/auth", PAY, JSON, PAYMENT, PaymentHandlers::savedCard),
            row("saved cards", GET, "/cards/{accountId}", READ, worded(CardHandlers::list)),
            row("saved cards", POST, "/card/deactivate/{cardID}", MANAGE, CardHandlers::deactivate),
            row("charge", POST, "/operation/{id}/charge", OPERATE, JSON, CHARGE, OperationHandlers::charge),
            row("cancel", POST, "/operation/{id}/cancel", OPERATE, ANY, CANCEL, OperationHandlers::cancel),
            row("refund", POST, "/operation/{id}/refund", OPERATE, ANY, REFUND, OperationHandlers::refund),
            row("status", GET, "/check-status/payment/transaction/{invoiceid}", READ, ANY, CHECK_STATUS, worded(StatusHandlers::ofInvoice)),
            row("status", GET, "/check-status/payment/transactionId/{id}", READ, ANY, CHECK_STATUS, worded(StatusHandlers::ofTransaction)),
            row("older status", GET, "/operation/{invoiceid}", READ, ANY, OLDER_STATUS, worded(StatusHandlers::old)),
            row("invoice", POST, "/invoice", MANAGE, JSON, OTHER, InvoiceHandlers::create),
            row("invoice", GET, "/redirect/invoice-link/{link}", OPEN, worded(PageHandlers::invoice)),
            row("invoice", POST, "/invoice-links", OPEN, NotEmulated.leftOut("the search over invoice links")),
            row("operations", POST, "/operations", OPEN, NotEmulated.leftOut("the list of operations")),
            row("operations", GET, "/operations", OPEN, NotEmulated.leftOut("the list of operations")),
            row("saved cards", POST, "/recurrent/subscribe", OPEN, NotEmulated.leftOut("payments that the bank repeats by itself")),
            row("QR by API", POST, "/payment/qr/generate", OPEN, NotEmulated.leftOut("ePay's own QR codes")),
            row("QR by API", GET, "/qr", OPEN, NotEmulated.leftOut("ePay's own QR codes")),
            row("P2P", POST, "/p2p/transfer", OPEN, NotEmulated.leftOut("transfers from card to card")),
            row("P2P", POST, "/chdebit/transfer", OPEN, NotEmulated.leftOut("transfers from card to card")),
            row("P2P", POST, "/chpayment/transfer", OPEN, NotEmulated.leftOut("transfers from card to card")),
            row("P2P", GET, "/check-status/p2p/transaction/{order}", OPEN, NotEmulated.leftOut("transfers from card to card")),
            row("P2P", POST, "/p2p/operations", OPEN, NotEmulated.leftOut("transfers from card to card")),
            row("SDK", POST, "/public-profile", OPEN, NotEmulated.leftOut("calls that only the bank's SDK makes")),
            row("SDK", POST, "/payment/checkgobonus", OPEN, NotEmulated.leftOut("calls that only the bank's SDK makes")),
            row("SDK", GET, "/payment/bonus-by-iban", OPEN, NotEmulated.leftOut("calls that only the bank's SDK makes")),
            row("SDK", POST, "/order", OPEN, NotEmulated.leftOut("instalments")),
            row("SDK", GET, "/order/status", OPEN, NotEmulated.leftOut("instalments")),
            row("SDK", GET, "/credit-condition", OPEN, NotEmulated.leftOut("instalments")),
            row("SDK", POST, "/masterpass/getCard", OPEN, NotEmulated.leftOut("calls that only the bank's SDK makes")),
            row("SDK", GET, "/terminals/{id}", OPEN, NotEmulated.leftOut("calls that only the bank's SDK makes")),
            row("SDK", GET, "/hb-cards", OPEN, NotEmulated.leftOut("calls that only the bank's SDK makes")),
            row("widget", GET, "/payform/payment-api.js", OPEN, worded(PageHandlers::widget)),
            row("widget", GET, "/redesign-payform/payment-api.js", OPEN, worded(PageHandlers::widget)),
            row("payment page", GET, "/payform", OPEN, worded(PageHandlers::start)),
            row("payment page", GET, "/redesign-payform", OPEN, worded(PageHandlers::start)),
            row("payment page", POST, "/payform/start", OPEN, PAYMENT_OBJECT, PAYMENT, worded(PageHandlers::start)),
            row("payment page", GET, "/payform/pay/{page}", OPEN, worded(CheckoutHandlers::show)),
            row("payment page", POST, "/payform/pay/{page}/card", OPEN, worded(CheckoutHandlers::pay)),
            row("payment page", POST, "/payform/pay/{page}/3ds", OPEN, worded(CheckoutHandlers::afterChallenge)),
            row("payment page", GET, "/payform/done", OPEN, worded(PageHandlers::done)),
            row("payment page", GET, "/payform/page.js", OPEN, worded(PageHandlers::script)),
            row("payment page", GET, "/payform/page.css", OPEN, worded(PageHandlers::style)),
            row("issuer's page", POST, "/acs/{md}", OPEN, worded(ThreeDsHandlers::open)),
            row("issuer's page", POST, "/acs/{md}/answer", OPEN, worded(ThreeDsHandlers::answer)));
    // spotless:on

    private EpayEndpoints() {}

    private static EpayEndpoint row(
            String page, Method method, String path, TokenRequirement requirement, EpayHandler handler) {
        return row(page, method, path, requirement, ANY, OTHER, handler);
    }

    private static EpayEndpoint row(
            String page,
            Method method,
            String path,
            TokenRequirement requirement,
            EpayEndpoint.Form form,
            Operation operation,
            EpayHandler handler) {
        return new EpayEndpoint(page, method, path, requirement, form, operation, handler);
    }
}
