package kz.paysandbox.emulator.kaspi;

import static kz.paysandbox.emulator.http.Method.GET;
import static kz.paysandbox.emulator.http.Method.POST;
import static kz.paysandbox.emulator.kaspi.KaspiEndpoint.Bin.EXPECTED;
import static kz.paysandbox.emulator.kaspi.KaspiEndpoint.Bin.NONE;
import static kz.paysandbox.emulator.kaspi.KaspiEndpoint.Bin.PATH;
import static kz.paysandbox.emulator.kaspi.KaspiEndpoint.Bin.REQUIRED;
import static kz.paysandbox.emulator.kaspi.Scheme.R1;
import static kz.paysandbox.emulator.kaspi.Scheme.R2;
import static kz.paysandbox.emulator.kaspi.Scheme.R3;

import java.util.Arrays;
import java.util.List;
import kz.paysandbox.emulator.http.Method;

/** The table: every endpoint of Kaspi Pay, in the document's order, with the StatusCodes that it lists. */
public final class KaspiEndpoints {

    private static final String CREATE = "0 -999 -10000 -1501 -1502 -99000002 990000018 990000026 990000028 990000033";
    private static final String RETURN = "0 -999 -10000 -1501 -1502 -1601 -99000005 -99000006 -99000001 -99000002"
            + " -99000003 -99000011 -99000020 990000018";
    private static final String REGISTER = "0 -999 -10000 -1503 -99000002 990000026";

    /** The 43 rows of document v3.9, then the three of v02 that were seen in production. */
    // spotless:off
    public static final List<KaspiEndpoint> TABLE = List.of(
            row(R1, "2.2.2", GET, "/r1/v01/partner/tradepoints", NONE, DeviceHandlers::tradePoints, "0 -999 -10000 -14000002"),
            row(R1, "2.2.3", POST, "/r1/v01/device/register", NONE, DeviceHandlers::register, REGISTER),
            row(R1, "2.2.4", POST, "/r1/v01/device/delete", NONE, DeviceHandlers::delete, "0 -999 -10000 -1501"),
            row(R1, "2.3.1", POST, "/r1/v01/qr/create", NONE, PaymentHandlers::createQr, CREATE),
            row(R1, "2.3.2", POST, "/r1/v01/qr/create-link", NONE, PaymentHandlers::createLink, CREATE),
            row(R1, "2.3.3", GET, "/r1/v01/payment/status/{QrPaymentId}", NONE, StatusHandlers::status, "0 -999 -10000 -1601"),
            row(R2, "3.2.2", GET, "/r2/v01/partner/tradepoints", NONE, DeviceHandlers::tradePoints, "0 -999 -10000 -14000002"),
            row(R2, "3.2.3", POST, "/r2/v01/device/register", NONE, DeviceHandlers::register, REGISTER),
            row(R2, "3.2.4", POST, "/r2/v01/device/delete", NONE, DeviceHandlers::delete, "0 -999 -10000 -1501"),
            row(R2, "3.3.1", POST, "/r2/v01/qr/create", NONE, PaymentHandlers::createQr, CREATE),
            row(R2, "3.3.2", POST, "/r2/v01/qr/create-link", NONE, PaymentHandlers::createLink, CREATE),
            row(R2, "3.3.3", GET, "/r2/v01/payment/status/{QrPaymentId}", NONE, StatusHandlers::status, "0 -999 -10000 -1601"),
            row(R2, "3.4.1", POST, "/r2/v01/return/create", NONE, ReturnHandlers::create, "0 -999 -10000 -1501 -1502 -99000002 990000018"),
            row(R2, "3.4.2", GET, "/r2/v01/return/status/{QrReturnId}", NONE, ReturnHandlers::status, "0 -999 -10000 -1601"),
            row(R2, "3.4.3", POST, "/r2/v01/return/operations", NONE, ReturnHandlers::operations, "0 -999 -10000 -1601"),
            row(R2, "3.4.4", GET, "/r2/v01/payment/details", NONE, PaymentHandlers::details, "0 -999 -10000 -1601"),
            row(R2, "3.4.5", POST, "/r2/v01/payment/return", NONE, ReturnHandlers::giveBackWithCustomer, RETURN),
            row(R3, "4.2.2", GET, "/r3/v01/partner/tradepoints/{organizationBin}", PATH, DeviceHandlers::tradePoints, "0 -999 -10000 -14000002"),
            row(R3, "4.2.3", POST, "/r3/v01/device/register", REQUIRED, DeviceHandlers::register, REGISTER),
            row(R3, "4.2.4", POST, "/r3/v01/device/delete", EXPECTED, DeviceHandlers::delete, "0 -999 -10000 -1501"),
            row(R3, "4.3.1", POST, "/r3/v01/qr/create", REQUIRED, PaymentHandlers::createQr, CREATE),
            row(R3, "4.3.2", POST, "/r3/v01/qr/create-link", REQUIRED, PaymentHandlers::createLink, CREATE),
            row(R3, "4.3.3", GET, "/r3/v01/payment/status/{QrPaymentId}", NONE, StatusHandlers::status, "0 -999 -10000 -1601"),
            row(R3, "4.4", GET, "/r3/v01/payment/details", NONE, PaymentHandlers::details, "0 -999 -10000 -1601"),
            row(R3, "4.5", POST, "/r3/v01/payment/return", REQUIRED, ReturnHandlers::giveBackAlone, RETURN),
            row(R3, "4.6.1", GET, "/r3/v01/remote/client-info", NONE, RemoteHandlers::clientInfo, "0 -999 -1401 -1404 -1501 -99000002 990000018 990000029 990000031 990000032"),
            row(R3, "4.6.2", POST, "/r3/v01/remote/create", REQUIRED, RemoteHandlers::create, "0 -999 -1401 -1404 -1501 -99000002 99000010 990000018 990000028 990000032"),
            row(R3, "4.6.3", POST, "/r3/v01/remote/cancel", REQUIRED, RemoteHandlers::cancel, "0 -999 -1401 -1404 -1501 -99000001 -99000002 990000018"),
            row(R1, "5.1", GET, "/r1/v01/health/ping", NONE, ServiceHandlers::ping, "0 -999 -10000"),
            row(R2, "5.1", GET, "/r2/v01/health/ping", NONE, ServiceHandlers::ping, "0 -999 -10000"),
            row(R3, "5.1", GET, "/r3/v01/health/ping", NONE, ServiceHandlers::ping, "0 -999 -10000"),
            row(R1, "5.2", POST, "/r1/v01/test/payment/scan", NONE, ServiceHandlers::scan, "0 -999 -10000"),
            row(R2, "5.2", POST, "/r2/v01/test/payment/scan", NONE, ServiceHandlers::scan, "0 -999 -10000"),
            row(R3, "5.2", POST, "/r3/v01/test/payment/scan", NONE, ServiceHandlers::scan, "0 -999 -10000"),
            row(R1, "5.3", POST, "/r1/v01/test/payment/confirm", NONE, ServiceHandlers::confirm, "0 -999 -10000"),
            row(R2, "5.3", POST, "/r2/v01/test/payment/confirm", NONE, ServiceHandlers::confirm, "0 -999 -10000"),
            row(R3, "5.3", POST, "/r3/v01/test/payment/confirm", NONE, ServiceHandlers::confirm, "0 -999 -10000"),
            row(R1, "5.4", POST, "/r1/v01/test/payment/scanerror", NONE, ServiceHandlers::scanError, "0 -999 -10000"),
            row(R2, "5.4", POST, "/r2/v01/test/payment/scanerror", NONE, ServiceHandlers::scanError, "0 -999 -10000"),
            row(R3, "5.4", POST, "/r3/v01/test/payment/scanerror", NONE, ServiceHandlers::scanError, "0 -999 -10000"),
            row(R1, "5.5", POST, "/r1/v01/test/payment/confirmerror", NONE, ServiceHandlers::confirmError, "0 -999 -10000"),
            row(R2, "5.5", POST, "/r2/v01/test/payment/confirmerror", NONE, ServiceHandlers::confirmError, "0 -999 -10000"),
            row(R3, "5.5", POST, "/r3/v01/test/payment/confirmerror", NONE, ServiceHandlers::confirmError, "0 -999 -10000"),
            row(R1, "", GET, "/r1/v02/payment/status/{QrPaymentId}", NONE, StatusHandlers::statusV02, "0 -999 -10000 -1601"),
            row(R2, "", GET, "/r2/v02/payment/status/{QrPaymentId}", NONE, StatusHandlers::statusV02, "0 -999 -10000 -1601"),
            row(R3, "", GET, "/r3/v02/payment/status/{QrPaymentId}", NONE, StatusHandlers::statusV02, "0 -999 -10000 -1601"));
    // spotless:on

    private KaspiEndpoints() {}

    private static KaspiEndpoint row(
            Scheme scheme,
            String section,
            Method method,
            String path,
            KaspiEndpoint.Bin bin,
            KaspiHandler handler,
            String codes) {
        List<Long> listed = Arrays.stream(codes.split(" ")).map(Long::valueOf).toList();
        return new KaspiEndpoint(scheme, section, method, path, bin, handler, listed);
    }
}
