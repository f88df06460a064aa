package kz.paysandbox.emulator.blackbox.killed;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A merchant of Kaspi Pay with its three schemes, and its customers. */
final class Till implements Party {

    private static final String DEVICE = "2be4cc91-5895-48f8-8bc2-86c7bd419b3b";
    private static final List<String> SCHEMES = List.of("r1", "r2", "r3");
    private static final List<String> ACTS = List.of("scan", "confirm", "confirm", "decline", "scan-error", "expire");
    private static final Map<String, String> LEADS_TO = Map.of(
            "scan", "Wait", "confirm", "Processed", "decline", "Error", "scan-error", "Error", "expire", "Error");
    private static final int MOST_DEVICES = 12;

    private final Place place;
    private final Chance chance;
    private final boolean automatic;
    private final Sales sales;
    private final Map<String, Boolean> devices = new LinkedHashMap<>();
    private final Map<String, String> codes = new LinkedHashMap<>();
    private int named;

    /**
     * @param automatic whether customers act by themselves in this world
     */
    Till(Place place, Chance chance, boolean automatic) {
        this.place = place;
        this.chance = chance;
        this.automatic = automatic;
        this.sales = new Sales(place);
    }

    @Override
    public void act() throws Unanswered {
        switch (chance.below(automatic ? 5 : 12)) {
            case 0 -> register();
            case 1 -> delete();
            case 2, 3 -> create(chance.of(SCHEMES), chance.below(2) == 0 ? "qr/create" : "qr/create-link", Map.of());
            case 4 -> create("r3", "remote/create", Map.of("PhoneNumber", "87010000001"));
            case 5 -> cancel();
            case 6, 7, 8 -> customerActs();
            case 9 -> status();
            case 10 -> giveBackAlone();
            default -> giveBackByCode();
        }
    }

    private void register() throws Unanswered {
        String scheme = chance.of(SCHEMES);
        String deviceId = "till-" + place.name() + "-" + ++named;
        Reply reply = place.kaspi(
                scheme, "device/register", Map.of("DeviceId", deviceId, "TradePointId", 1 + chance.below(2)));
        if (succeeded("device/register", reply)) {
            String token = reply.data().path("DeviceToken").asText();
            place.given().once("device", token);
            devices.put(token, true);
        }
    }

    private void delete() throws Unanswered {
        Optional<String> device = chance.any(devices.keySet(), token -> devices.getOrDefault(token, false));
        if (device.isPresent()) {
            boolean told = devices.remove(device.get());
            Reply reply = place.kaspi(chance.of(SCHEMES), "device/delete", Map.of("DeviceToken", device.get()));
            if (succeeded("device/delete of " + told, reply)) {
                devices.put(device.get(), false);
            }
        }
    }

    private void create(String scheme, String path, Map<String, ?> more) throws Unanswered {
        String device = chance.any(devices.keySet(), token -> devices.getOrDefault(token, false))
                .orElse(DEVICE);
        int amount = 1 + chance.below(5000);
        Map<String, Object> fields = new LinkedHashMap<>(Map.of("DeviceToken", device, "Amount", amount));
        fields.putAll(more);
        Reply reply = place.kaspi(scheme, path, fields);
        if (succeeded(path, reply)) {
            JsonNode data = reply.data();
            String id = data.has("PaymentId")
                    ? data.path("PaymentId").asText()
                    : data.path("QrPaymentId").asText();
            String status = path.startsWith("remote") ? "RemotePaymentCreated" : "QrTokenCreated";
            sales.add(new Sale(id, BigDecimal.valueOf(amount), status, automatic));
        }
    }

    private void cancel() throws Unanswered {
        Optional<Sale> sale = sale("RemotePaymentCreated");
        if (sale.isPresent()) {
            sale.get().maybe("RemotePaymentCanceled");
            Reply reply = place.kaspi(
                    "r3",
                    "remote/cancel",
                    Map.of(
                            "DeviceToken",
                            DEVICE,
                            "QrPaymentId",
                            Long.valueOf(sale.get().id())));
            if (reply.code() == 0) {
                sale.get().is("RemotePaymentCanceled");
            } else {
                sale.get().unchanged();
            }
        }
    }

    private void customerActs() throws Unanswered {
        Optional<Sale> sale = sale("QrTokenCreated", "Wait", "RemotePaymentCreated");
        if (sale.isPresent()) {
            String act = chance.of(ACTS);
            sale.get().maybe(LEADS_TO.getOrDefault(act, ""));
            Reply reply = place.control("POST", "/payments/" + sale.get().id() + "/" + act, "");
            if (reply.status() == 200) {
                sale.get().shown(reply.json());
            } else {
                place.differences().same("HTTP of " + act + " " + reply.body(), 409, reply.status());
                sale.get().unchanged();
            }
        }
    }

    private void status() throws Unanswered {
        Optional<Sale> sale = chance.any(
                sales.open(), known -> known.isFinal() || known.status().equals("Processed"));
        if (sale.isPresent()) {
            Reply reply = place.kaspi(
                    chance.of(SCHEMES), "payment/status/" + sale.get().id(), Map.of());
            place.differences()
                    .same(
                            place.name() + " status of " + sale.get().id(),
                            sale.get().status(),
                            reply.data().path("Status").asText());
        }
    }

    private void giveBackAlone() throws Unanswered {
        Optional<Sale> sale = paid();
        if (sale.isPresent()) {
            giveBack("r3", sale.get(), Map.of());
        }
    }

    private void giveBackByCode() throws Unanswered {
        Reply made = place.kaspi("r2", "return/create", Map.of("DeviceToken", DEVICE));
        if (!succeeded("return/create", made)) {
            return;
        }
        String code = made.data().path("QrReturnId").asText();
        place.given().once("payment", code);
        codes.put(code, "");
        Reply scanned = place.control("POST", "/returns/" + code + "/scan", "{\"phone\":\"87010000001\"}");
        if (scanned.status() != 200) {
            place.differences().same(place.name() + " scan of return " + code, "Error", scanned.text("state"));
            return;
        }
        codes.put(code, "CustomerIdentityObtained");
        Optional<Sale> sale = paid();
        if (sale.isPresent()) {
            giveBack("r2", sale.get(), Map.of("QrReturnId", Long.valueOf(code)));
        }
    }

    private void giveBack(String scheme, Sale sale, Map<String, ?> more) throws Unanswered {
        BigDecimal sum = sale.left().min(BigDecimal.valueOf(1 + chance.below(400)));
        Map<String, Object> fields = new LinkedHashMap<>(
                Map.of("DeviceToken", DEVICE, "QrPaymentId", Long.valueOf(sale.id()), "Amount", sum));
        fields.putAll(more);
        sale.maybeRefunded(sum, "Processed");
        Reply reply = place.kaspi(scheme, "payment/return", fields);
        if (reply.code() == 0) {
            place.given().once("payment", reply.data().path("ReturnOperationId").asText());
            sale.is("Processed");
        } else {
            sale.unchanged();
        }
    }

    private Optional<Sale> paid() {
        return chance.any(
                sales.open(),
                known -> known.status().equals("Processed") && known.left().signum() > 0);
    }

    private Optional<Sale> sale(String... statuses) {
        return chance.any(sales.open(), known -> List.of(statuses).contains(known.status()));
    }

    private boolean succeeded(String what, Reply reply) {
        place.differences().holds(reply.code() == 0, place.name() + " " + what + " was refused: " + reply.body());
        return reply.code() == 0;
    }

    @Override
    public void check() throws Unanswered {
        sales.check(chance, 30);
        for (Map.Entry<String, String> code : codes.entrySet()) {
            String now = place.kaspi("r2", "return/status/" + code.getKey(), Map.of())
                    .data()
                    .path("Status")
                    .asText();
            boolean fits = code.getValue().isEmpty() || now.equals("Error") || now.equals(code.getValue());
            place.differences().holds(!now.isEmpty() && fits, place.name() + " return " + code + " is " + now);
        }
        codes.clear();
        for (Map.Entry<String, Boolean> device : devices.entrySet()) {
            Reply reply = place.kaspi("r1", "qr/create", Map.of("DeviceToken", device.getKey(), "Amount", 7));
            place.differences()
                    .same(place.name() + " device " + device + " sells", device.getValue(), reply.code() == 0);
        }
        while (devices.size() > MOST_DEVICES) {
            devices.remove(devices.keySet().iterator().next());
        }
    }
}
