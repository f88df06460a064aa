package kz.paysandbox.emulator.kaspi;

import static kz.paysandbox.emulator.http.Method.GET;
import static kz.paysandbox.emulator.http.Method.POST;
import static kz.paysandbox.emulator.kaspi.KaspiEndpoint.Bin.EXPECTED;
import static kz.paysandbox.emulator.kaspi.KaspiEndpoint.Bin.NONE;
import static kz.paysandbox.emulator.kaspi.KaspiEndpoint.Bin.PATH;
import static kz.paysandbox.emulator.kaspi.KaspiEndpoint.Bin.REQUIRED;
import static kz.paysandbox.emulator.kaspi.domain.Scheme.R1;
import static kz.paysandbox.emulator.kaspi.domain.Scheme.R2;
import static kz.paysandbox.emulator.kaspi.domain.Scheme.R3;
import static kz.paysandbox.emulator.kaspi.rules.Operation.CANCEL_INVOICE;
import static kz.paysandbox.emulator.kaspi.rules.Operation.CLIENT_INFO;
import static kz.paysandbox.emulator.kaspi.rules.Operation.CREATE_CODE;
import static kz.paysandbox.emulator.kaspi.rules.Operation.CREATE_INVOICE;
import static kz.paysandbox.emulator.kaspi.rules.Operation.DELETE_DEVICE;
import static kz.paysandbox.emulator.kaspi.rules.Operation.OTHER;
import static kz.paysandbox.emulator.kaspi.rules.Operation.PAYMENT_DETAILS;
import static kz.paysandbox.emulator.kaspi.rules.Operation.PAYMENT_STATUS;
import static kz.paysandbox.emulator.kaspi.rules.Operation.RETURN_ALONE;
import static kz.paysandbox.emulator.kaspi.rules.Operation.RETURN_OPERATIONS;
import static kz.paysandbox.emulator.kaspi.rules.Operation.RETURN_STATUS;
import static kz.paysandbox.emulator.kaspi.rules.Operation.RETURN_WITH_CUSTOMER;

import java.util.Arrays;
import java.util.List;
import kz.paysandbox.emulator.http.Method;
import kz.paysandbox.emulator.kaspi.call.KaspiHandler;
import kz.paysandbox.emulator.kaspi.domain.Scheme;
import kz.paysandbox.emulator.kaspi.rows.DeviceHandlers;
import kz.paysandbox.emulator.kaspi.rows.PaymentHandlers;
import kz.paysandbox.emulator.kaspi.rows.RemoteHandlers;
import kz.paysandbox.emulator.kaspi.rows.ReturnHandlers;
import kz.paysandbox.emulator.kaspi.rows.ServiceHandlers;
import kz.paysandbox.emulator.kaspi.rows.StatusHandlers;
import kz.paysandbox.emulator.kaspi.rules.Operation;

/** The table: every endpoint of Kaspi Pay, in the document's order, with the StatusCodes that it lists. */
public final class KaspiEndpoints {

    private static final String CREATE = "0 -999 -10000 -1501 -1502 -99000002 990000018 990000026 990000028 990000033";
    private static final String RETURN = "0 -999 -10000 -1501 -1502 -1601 -99000005 -99000006 -99000001 -99000002"
            + " -99000003 -99000011 -99000020 990000018";
    private static final String REGISTER = "0 -999 -10000 -1503 -99000002 990000026";

    /** The 43 rows of document v3.9, then the three of v02 that were seen in production. */
    // spotless:off
    public static final List<KaspiEndpoint> TABLE = List.of(
            row(R1, "2.2.2", GET, "/r1/v01/partner/tradepoints", NONE, OTHER, DeviceHandlers::tradePoints, "0 -999 -10000 -14000002"),
            row(R1, "2.2.3", POST, "/r1/v01/device/register", NONE, OTHER, DeviceHandlers::register, REGISTER),
            row(R1, "2.2.4", POST, "/r1/v01/device/delete", NONE, DELETE_DEVICE, DeviceHandlers::delete, "0 -999 -10000 -1501"),
            row(R1, "2.3.1", POST, "/r1/v01/qr/create", NONE, CREATE_CODE, PaymentHandlers::createQr, CREATE),
            row(R1, "2.3.2", POST, "/r1/v01/qr/create-link", NONE, CREATE_CODE, PaymentHandlers::createLink, CREATE),
            row(R1, "2.3.3", GET, "/r1/v01/payment/status/{QrPaymentId}", NONE, PAYMENT_STATUS, StatusHandlers::status, "0 -999 -10000 -1601"),
            row(R2, "3.2.2", GET, "/r2/v01/partner/tradepoints", NONE, OTHER, DeviceHandlers::tradePoints, "0 -999 -10000 -14000002"),
            row(R2, "3.2.3", POST, "/r2/v01/device/register", NONE, OTHER, DeviceHandlers::register, REGISTER),
            row(R2, "3.2.4", POST, "/r2/v01/device/delete", NONE, DELETE_DEVICE, DeviceHandlers::delete, "0 -999 -10000 -1501"),
            row(R2, "3.3.1", POST, "/r2/v01/qr/create", NONE, CREATE_CODE, PaymentHandlers::createQr, CREATE),
            row(R2, "3.3.2", POST, "/r2/v01/qr/create-link", NONE, CREATE_CODE, PaymentHandlers::createLink, CREATE),
            row(R2, "3.3.3", GET, "/r2/v01/payment/status/{QrPaymentId}", NONE, PAYMENT_STATUS, StatusHandlers::status, "0 -999 -10000 -1601"),
            row(R2, "3.4.1", POST, "/r2/v01/return/create", NONE, OTHER, ReturnHandlers::create, "0 -999 -10000 -1501 -1502 -99000002 990000018"),
            row(R2, "3.4.2", GET, "/r2/v01/return/status/{QrReturnId}", NONE, RETURN_STATUS, ReturnHandlers::status, "0 -999 -10000 -1601"),
            row(R2, "3.4.3", POST, "/r2/v01/return/operations", NONE, RETURN_OPERATIONS, ReturnHandlers::operations, "0 -999 -10000 -1601"),
            row(R2, "3.4.4", GET, "/r2/v01/payment/details", NONE, PAYMENT_DETAILS, PaymentHandlers::details, "0 -999 -10000 -1601"),
            row(R2, "3.4.5", POST, "/r2/v01/payment/return", NONE, RETURN_WITH_CUSTOMER, ReturnHandlers::giveBackWithCustomer, RETURN),
            row(R3, "4.2.2", GET, "/r3/v01/partner/tradepoints/{organizationBin}", PATH, OTHER, DeviceHandlers::tradePoints, "0 -999 -10000 -14000002"),
            row(R3, "4.2.3", POST, "/r3/v01/device/register", REQUIRED, OTHER, DeviceHandlers::register, REGISTER),
            row(R3, "4.2.4", POST, "/r3/v01/device/delete", EXPECTED, DELETE_DEVICE, DeviceHandlers::delete, "0 -999 -10000 -1501"),
            row(R3, "4.3.1", POST, "/r3/v01/qr/create", REQUIRED, CREATE_CODE, PaymentHandlers::createQr, CREATE),
            row(R3, "4.3.2", POST, "/r3/v01/qr/create-link", REQUIRED, CREATE_CODE, PaymentHandlers::createLink, CREATE),
            row(R3, "4.3.3", GET, "/r3/v01/payment/status/{QrPaymentId}", NONE, PAYMENT_STATUS, StatusHandlers::status, "0 -999 -10000 -1601"),
            row(R3, "4.4", GET, "/r3/v01/payment/details", NONE, PAYMENT_DETAILS, PaymentHandlers::details, "0 -999 -10000 -1601"),
            row(R3, "4.5", POST, "/r3/v01/payment/return", REQUIRED, RETURN_ALONE, ReturnHandlers::giveBackAlone, RETURN),
            row(R3, "4.6.1", GET, "/r3/v01/remote/client-info", NONE, CLIENT_INFO, RemoteHandlers::clientInfo, "0 -999 -1401 -1404 -1501 -99000002 990000018 990000029 990000031 990000032"),
            row(R3, "4.6.2", POST, "/r3/v01/remote/create", REQUIRED, CREATE_INVOICE, RemoteHandlers::create, "0 -999 -1401 -1404 -1501 -99000002 99000010 990000018 990000028 990000032"),
            row(R3, "4.6.3", POST, "/r3/v01/remote/cancel", REQUIRED, CANCEL_INVOICE, RemoteHandlers::cancel, "0 -999 -1401 -1404 -1501 -99000001 -99000002 990000018"),
            row(R1, "5.1", GET, "/r1/v01/health/ping", NONE, OTHER, ServiceHandlers::ping, "0 -999 -10000"),
            row(R2, "5.1", GET, "/r2/v01/health/ping", NONE, OTHER, ServiceHandlers::ping, "0 -999 -10000"),
            row(R3, "5.1", GET, "/r3/v01/health/ping", NONE, OTHER, ServiceHandlers::ping, "0 -999 -10000"),
            row(R1, "5.2", POST, "/r1/v01/test/payment/scan", NONE, OTHER, ServiceHandlers::scan, "0 -999 -10000"),
            row(R2, "5.2", POST, "/r2/v01/test/payment/scan", NONE, OTHER, ServiceHandlers::scan, "0 -999 -10000"),
            row(R3, "5.2", POST, "/r3/v01/test/payment/scan", NONE, OTHER, ServiceHandlers::scan, "0 -999 -10000"),
            row(R1, "5.3", POST, "/r1/v01/test/payment/confirm", NONE, OTHER, ServiceHandlers::confirm, "0 -999 -10000"),
            row(R2, "5.3", POST, "/r2/v01/test/payment/confirm", NONE, OTHER, ServiceHandlers::confirm, "0 -999 -10000"),
            row(R3, "5.3", POST, "/r3/v01/test/payment/confirm", NONE, OTHER, ServiceHandlers::confirm, "0 -999 -10000"),
            row(R1, "5.4", POST, "/r1/v01/test/payment/scanerror", NONE, OTHER, ServiceHandlers::scanError, "0 -999 -10000"),
            row(R2, "5.4", POST, "/r2/v01/test/payment/scanerror", NONE, OTHER, ServiceHandlers::scanError, "0 -999 -10000"),
            row(R3, "5.4", POST, "/r3/v01/test/payment/scanerror", NONE, OTHER, ServiceHandlers::scanError, "0 -999 -10000"),
            row(R1, "5.5", POST, "/r1/v01/test/payment/confirmerror", NONE, OTHER, ServiceHandlers::confirmError, "0 -999 -10000"),
            row(R2, "5.5", POST, "/r2/v01/test/payment/confirmerror", NONE, OTHER, ServiceHandlers::confirmError, "0 -999 -10000"),
            row(R3, "5.5", POST, "/r3/v01/test/payment/confirmerror", NONE, OTHER, ServiceHandlers::confirmError, "0 -999 -10000"),
            row(R1, "", GET, "/r1/v02/payment/status/{QrPaymentId}", NONE, PAYMENT_STATUS, StatusHandlers::statusV02, "0 -999 -10000 -1601"),
            row(R2, "", GET, "/r2/v02/payment/status/{QrPaymentId}", NONE, PAYMENT_STATUS, StatusHandlers::statusV02, "0 -999 -10000 -1601"),
            row(R3, "", GET, "/r3/v02/payment/status/{QrPaymentId}", NONE, PAYMENT_STATUS, StatusHandlers::statusV02, "0 -999 -10000 -1601"));
    // spotless:on

    private KaspiEndpoints() {}

    private static KaspiEndpoint row(
            Scheme scheme,
            String section,
            Method method,
            String path,
            KaspiEndpoint.Bin bin,
            Operation operation,
            KaspiHandler handler,
            String codes) {
        List<Long> listed = Arrays.stream(codes.split(" ")).map(Long::valueOf).toList();
        return new KaspiEndpoint(scheme, section, method, path, bin, operation, handler, listed);
    }
}
