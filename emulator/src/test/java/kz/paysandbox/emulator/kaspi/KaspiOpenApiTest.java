package kz.paysandbox.emulator.kaspi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import kz.paysandbox.emulator.blackbox.support.Answer;
import kz.paysandbox.emulator.blackbox.support.Bank;
import kz.paysandbox.emulator.blackbox.support.Json;
import kz.paysandbox.emulator.blackbox.support.OpenApi;
import kz.paysandbox.emulator.blackbox.support.Phones;
import kz.paysandbox.emulator.blackbox.support.Sandbox;
import kz.paysandbox.emulator.blackbox.support.TestWorld;
import kz.paysandbox.emulator.kaspi.wire.RequestNames;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The OpenAPI document of the bank has its rows, their fields, and what they answer. */
class KaspiOpenApiTest {

    @RegisterExtension
    static final Sandbox SANDBOX = Sandbox.with();

    private final OpenApi api = new OpenApi("kaspi/openapi.yaml");
    private final TestWorld world = SANDBOX.world();
    private final List<String> unfit = new ArrayList<>();
    private final List<String> refused = new ArrayList<>();

    @Test
    void it_has_every_row_of_the_table_and_nothing_else() {
        assertThat(api.operations())
                .isEqualTo(KaspiEndpoints.TABLE.stream()
                        .map(row -> row.method() + " " + row.path())
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void requests_have_the_names_of_the_bank_s_tables() {
        for (KaspiEndpoint row : KaspiEndpoints.TABLE) {
            boolean organization = row.bin() == KaspiEndpoint.Bin.REQUIRED || row.bin() == KaspiEndpoint.Bin.EXPECTED;
            List<String> names = RequestNames.of(row.scheme().label(), row.id(), organization)
                    .listed();
            JsonNode operation = api.tree()
                    .path("paths")
                    .path(row.path())
                    .path(row.method().name().toLowerCase(Locale.ROOT));
            assertThat(row.method().name().equals("POST") ? bodyOf(operation) : queryOf(row))
                    .as(row.id())
                    .containsExactlyInAnyOrderElementsOf(names);
        }
    }

    private List<String> bodyOf(JsonNode operation) {
        JsonNode schema = operation
                .path("requestBody")
                .path("content")
                .path("application/json")
                .path("schema");
        List<String> names = new ArrayList<>();
        api.tree()
                .at(schema.path("$ref").asText().substring(1))
                .path("properties")
                .fieldNames()
                .forEachRemaining(names::add);
        return names;
    }

    private List<String> queryOf(KaspiEndpoint row) {
        String names = api.queryParameters(row.method() + " " + row.path());
        return names.isEmpty() ? List.of() : List.of(names.split(", ", -1));
    }

    @Test
    void every_row_s_answer_fits() {
        for (String scheme : List.of("r1", "r2", "r3")) {
            Bank bank = world.bank(scheme);
            get(bank, "partner/tradepoints" + (scheme.equals("r3") ? "/" + Bank.BIN : ""));
            get(bank, "health/ping");
            String device = post(bank, "device/register", Map.of("DeviceId", "till-" + scheme, "TradePointId", 1))
                    .path("DeviceToken")
                    .asText();
            long paid = post(bank, "qr/create", Map.of("DeviceToken", device, "Amount", 100.5, "ExternalId", "1"))
                    .path("QrPaymentId")
                    .asLong();
            post(bank, "test/payment/scan", Map.of("QrPaymentId", String.valueOf(paid)));
            get(bank, "payment/status/" + paid);
            post(bank, "test/payment/confirm", Map.of("QrPaymentId", String.valueOf(paid)));
            answered(bank, "GET", "/" + scheme + "/v02/payment/status/" + paid, "");
            long link = post(bank, "qr/create-link", Map.of("DeviceToken", device, "Amount", 7))
                    .path("PaymentId")
                    .asLong();
            post(bank, "test/payment/scan", Map.of("QrPaymentId", String.valueOf(link)));
            post(bank, "test/payment/confirmerror", Map.of("QrPaymentId", String.valueOf(link)));
            post(bank, "test/payment/scanerror", Map.of("QrPaymentId", String.valueOf(bank.qr(8))));
            get(bank, "payment/status/7");
            more(bank, device, paid);
            post(bank, "device/delete", Map.of("DeviceToken", device));
        }
        assertThat(unfit).isEmpty();
        assertThat(refused).hasSize(3).allMatch(path -> path.endsWith("/payment/status/7"));
        assertThat(api.unanswered()).isEmpty();
    }

    /** Returns and invoices. */
    private void more(Bank bank, String device, long paid) {
        if (bank.scheme().equals("r1")) {
            return;
        }
        get(bank, "payment/details?QrPaymentId=" + paid + "&DeviceToken=" + device);
        Map<String, Object> back =
                new LinkedHashMap<>(Map.of("DeviceToken", device, "QrPaymentId", paid, "Amount", 50));
        if (bank.scheme().equals("r2")) {
            long code = post(bank, "return/create", Map.of("DeviceToken", device))
                    .path("QrReturnId")
                    .asLong();
            world.control().post("/returns/" + code + "/scan", "").expect(200);
            get(bank, "return/status/" + code);
            post(bank, "return/operations", Map.of("DeviceToken", device, "QrReturnId", code));
            back.put("QrReturnId", code);
        } else {
            get(bank, "remote/client-info?PhoneNumber=" + Phones.PAYER + "&DeviceToken=" + device);
            long invoice = post(
                            bank,
                            "remote/create",
                            Map.of("DeviceToken", device, "Amount", 5, "PhoneNumber", Phones.PAYER, "Comment", "c"))
                    .path("QrPaymentId")
                    .asLong();
            post(bank, "remote/cancel", Map.of("DeviceToken", device, "QrPaymentId", invoice));
        }
        post(bank, "payment/return", back);
    }

    private JsonNode get(Bank bank, String path) {
        return answered(bank, "GET", "/" + bank.scheme() + "/v01/" + path, "");
    }

    private JsonNode post(Bank bank, String path, Map<String, ?> fields) {
        Map<String, Object> all = new LinkedHashMap<>(fields);
        if (bank.scheme().equals("r3") && !path.startsWith("test/")) {
            all.put("OrganizationBin", Bank.BIN);
        }
        return answered(bank, "POST", "/" + bank.scheme() + "/v01/" + path, Json.of(all));
    }

    private JsonNode answered(Bank bank, String method, String path, String body) {
        Answer answer = bank.send(
                method,
                path,
                bank.headers(),
                Optional.of(body).filter(text -> !text.isEmpty()).map(text -> text.getBytes(StandardCharsets.UTF_8)));
        unfit.addAll(api.faults(
                method, path, body, new OpenApi.Answer(answer.status(), answer.contentType(), answer.body())));
        if (answer.code() != 0) {
            refused.add(path);
        }
        return answer.json().path("Data");
    }
}
