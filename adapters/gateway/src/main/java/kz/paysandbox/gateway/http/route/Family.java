package kz.paysandbox.gateway.http.route;

/** The families of rows: how their refusals look, where tokens may stand, and which addresses may call. */
public enum Family {
    /** A: {@code /api/v2/paymentkaspi/…}, with an envelope of its own, and a token also in the parameters. */
    WRAPPER,
    /** B: {@code /payments/kaspi/…}. */
    PAYMENTS,
    /** C: {@code /api/v1/kaspi/…}. */
    SHOP,
    /** D: {@code /api/v1/payments/…}, receipts and cards. */
    CARDS,
    /** The bank's callback: no token, its own list of addresses. */
    CALLBACK,
    /** {@code /admin/…}: its own list of addresses. */
    ADMIN,
    /** Pages for customers. */
    PAGE,
    /** Health, metrics, documents. */
    SERVICE
}
