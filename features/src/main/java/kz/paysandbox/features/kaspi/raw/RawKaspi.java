package kz.paysandbox.features.kaspi.raw;

import static kz.paysandbox.features.wire.Fields.decimal;
import static kz.paysandbox.features.wire.Fields.list;
import static kz.paysandbox.features.wire.Fields.text;
import static kz.paysandbox.features.wire.Fields.texts;
import static kz.paysandbox.features.wire.Fields.whole;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.paysandbox.features.driver.Answer;
import kz.paysandbox.features.kaspi.driver.ExtendedStatus;
import kz.paysandbox.features.kaspi.driver.Kaspi;
import kz.paysandbox.features.kaspi.driver.PurchaseDetails;
import kz.paysandbox.features.kaspi.driver.Sale;
import kz.paysandbox.features.kaspi.driver.TestHook;
import kz.paysandbox.features.kaspi.driver.TradePointEntry;
import kz.paysandbox.features.kaspi.wire.KaspiLine;
import kz.paysandbox.features.kaspi.wire.Scheme;

/** Each call as the document prints it. */
public final class RawKaspi implements Kaspi {

    private final KaspiLine line;

    public RawKaspi(KaspiLine line) {
        this.line = line;
    }

    @Override
    public Answer<Boolean> ping() {
        return Envelope.read(line.get("health/ping"), RawKaspi::nothing);
    }

    @Override
    public Answer<List<TradePointEntry>> tradePoints(String bin) {
        String path = "partner/tradepoints" + (line.scheme() == Scheme.R3 ? "/" + bin : "");
        return Envelope.read(
                line.get(path),
                data -> list(data).stream()
                        .map(shop -> new TradePointEntry(whole(shop, "TradePointId"), text(shop, "TradePointName")))
                        .toList());
    }

    @Override
    public Answer<String> register(String bin, String deviceId, long tradePoint) {
        return Envelope.read(
                line.post("device/register", bin, Map.of("DeviceId", deviceId, "TradePointId", tradePoint)),
                data -> text(data, "DeviceToken"));
    }

    @Override
    public Answer<Boolean> delete(String bin, String device) {
        return Envelope.read(line.post("device/delete", bin, Map.of("DeviceToken", device)), RawKaspi::nothing);
    }

    @Override
    public Answer<Sale> qr(String bin, String device, BigDecimal amount) {
        return Envelope.read(line.post("qr/create", bin, sale(device, amount)), data -> {
            JsonNode options = data.path("QrPaymentBehaviorOptions");
            return sale(data, "QrPaymentId", "QrToken", options, "QrCodeScanWaitTimeout");
        });
    }

    @Override
    public Answer<Sale> link(String bin, String device, BigDecimal amount) {
        return Envelope.read(line.post("qr/create-link", bin, sale(device, amount)), data -> {
            JsonNode options = data.path("PaymentBehaviorOptions");
            return sale(data, "PaymentId", "PaymentLink", options, "LinkActivationWaitTimeout");
        });
    }

    @Override
    public Answer<String> status(long payment) {
        return Envelope.read(line.get("payment/status/" + payment), data -> text(data, "Status"));
    }

    @Override
    public Answer<ExtendedStatus> overview(long payment) {
        return Envelope.read(
                line.get("/" + line.scheme().label() + "/v02/payment/status/" + payment),
                data -> new ExtendedStatus(text(data, "Status"), decimal(data, "Amount"), text(data, "StoreName")));
    }

    @Override
    public Answer<PurchaseDetails> details(long payment, String device) {
        return Envelope.read(
                line.get("payment/details?QrPaymentId=" + payment + "&DeviceToken=" + device),
                data -> new PurchaseDetails(
                        whole(data, "QrPaymentId"),
                        decimal(data, "TotalAmount"),
                        decimal(data, "AvailableReturnAmount")));
    }

    @Override
    public Answer<Long> returnCode(String device) {
        return Envelope.read(
                line.post("return/create", "", Map.of("DeviceToken", device, "ExternalId", "15")),
                data -> whole(data, "QrReturnId"));
    }

    @Override
    public Answer<String> returnStatus(long returnId) {
        return Envelope.read(line.get("return/status/" + returnId), data -> text(data, "Status"));
    }

    @Override
    public Answer<List<Long>> purchases(String device, long returnId, int most) {
        return Envelope.read(
                line.post(
                        "return/operations",
                        "",
                        Map.of("DeviceToken", device, "QrReturnId", returnId, "MaxResult", most)),
                data -> list(data).stream()
                        .map(purchase -> whole(purchase, "QrPaymentId"))
                        .toList());
    }

    @Override
    public Answer<Boolean> refund(String bin, String device, long payment, Optional<Long> returnId, BigDecimal amount) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("DeviceToken", device);
        fields.put("QrPaymentId", payment);
        returnId.ifPresent(id -> fields.put("QrReturnId", id));
        fields.put("Amount", amount);
        return Envelope.read(line.post("payment/return", bin, fields), data -> whole(data, "ReturnOperationId") > 0);
    }

    @Override
    public Answer<String> clientName(String phone, String device) {
        return Envelope.read(
                line.get("remote/client-info?phoneNumber=" + phone + "&deviceToken=" + device),
                data -> text(data, "ClientName"));
    }

    @Override
    public Answer<Long> invoice(String bin, String device, String phone, BigDecimal amount) {
        Map<String, ?> fields =
                Map.of("Amount", amount, "PhoneNumber", phone, "Comment", "Test", "DeviceToken", device);
        return Envelope.read(line.post("remote/create", bin, fields), data -> whole(data, "QrPaymentId"));
    }

    @Override
    public Answer<String> cancel(String bin, String device, long payment) {
        return Envelope.read(
                line.post("remote/cancel", bin, Map.of("QrPaymentId", payment, "DeviceToken", device)),
                data -> text(data, "Status"));
    }

    @Override
    public Answer<Boolean> play(TestHook hook, long payment) {
        String body = "{\"qrPaymentId\":\"" + payment + "\"}";
        return Envelope.read(line.post("test/payment/" + hook.label(), body), RawKaspi::nothing);
    }

    private static boolean nothing(JsonNode data) {
        return data.isMissingNode() || data.isNull() || data.isContainerNode();
    }

    private static Map<String, Object> sale(String device, BigDecimal amount) {
        return Map.of("DeviceToken", device, "Amount", amount, "ExternalId", "15");
    }

    private static Sale sale(JsonNode data, String id, String token, JsonNode options, String wait) {
        return new Sale(
                whole(data, id),
                text(data, token),
                text(data, "ExpireDate"),
                texts(data, "PaymentMethods"),
                whole(options, wait),
                whole(options, "PaymentConfirmationTimeout"),
                whole(options, "StatusPollingInterval"));
    }
}
