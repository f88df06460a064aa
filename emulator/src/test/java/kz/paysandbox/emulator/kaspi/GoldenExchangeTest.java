package kz.paysandbox.emulator.kaspi;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.paysandbox.emulator.core.Alarm;
import kz.paysandbox.emulator.core.Credentials;
import kz.paysandbox.emulator.core.Level;
import kz.paysandbox.emulator.core.TestClock;
import kz.paysandbox.emulator.core.World;
import kz.paysandbox.emulator.core.WorldSpec;
import kz.paysandbox.emulator.core.Worlds;
import kz.paysandbox.emulator.core.journal.Finding;
import kz.paysandbox.emulator.http.Call;
import kz.paysandbox.emulator.http.Endpoint;
import kz.paysandbox.emulator.http.TestCalls;
import kz.paysandbox.emulator.http.tls.ClientCertificate;
import kz.paysandbox.emulator.kaspi.call.KaspiConfig;
import kz.paysandbox.emulator.kaspi.call.KaspiWire;
import kz.paysandbox.emulator.kaspi.call.KaspiWorld;
import kz.paysandbox.emulator.kaspi.domain.KaspiBank;
import kz.paysandbox.emulator.kaspi.domain.Scheme;
import kz.paysandbox.emulator.kaspi.domain.merchants.BehaviorOptions;
import kz.paysandbox.emulator.kaspi.domain.merchants.Organization;
import kz.paysandbox.emulator.kaspi.domain.merchants.TradePoint;
import org.junit.jupiter.api.Test;

/** The exchange that was captured on the bank's test host, in a world set up like it. */
class GoldenExchangeTest {

    private static final String TOKEN = "2be4cc91-5895-48f8-8bc2-86c7bd419b3b";
    private static final Instant CAPTURED = Instant.parse("2023-04-24T04:31:45.958Z");
    private static final String BIN = KaspiWorld.FIRST_BIN;
    private final KaspiConfig config = TestKaspiSettings.config(Level.STRICT, Map.of());
    private final Worlds worlds = new Worlds(
            new TestClock(CAPTURED),
            Alarm.none(),
            1,
            TestKaspiSettings.LIMITS,
            List.of(KaspiWorld.slot(config.rules(), config.organizations()), KaspiWorld.protocolRules()));
    private final World world = worlds.create(new WorldSpec(
                    Worlds.MAIN, 1, Optional.of(CAPTURED), new Credentials(KaspiWorld.mainCredentials(config))))
            .value()
            .orElseThrow();

    @Test
    void a_registration_and_a_link_come_out_as_captured_but_for_ids_and_tokens() {
        setUpLikeTheCapture();
        String registered = post("/r3/v01/device/register", """
                        {"OrganizationBin":"180340021791","DeviceId":"GFC-456397","TradePointId":104039}""");
        String token = registered.replaceAll(".*\"DeviceToken\":\"([0-9a-f-]{36})\".*", "$1");
        assertThat(registered.replace(token, TOKEN))
                .isEqualTo("{\"Data\":{\"DeviceToken\":\"" + TOKEN + "\"},\"StatusCode\":0}");
        String created = post(
                "/r3/v01/qr/create-link",
                "{\"ExternalId\":\"tst_ord77\",\"Amount\":30000,\"OrganizationBin\":\"180340021791\",\"DeviceToken\":\""
                        + token + "\"}");
        assertThat(created.replaceAll("pay/5\\d{40}", "pay/59124797555070531307541976950921491958401")
                        .replaceAll("\"PaymentId\":\\d{11}", "\"PaymentId\":504720710"))
                .isEqualTo(TestKaspiSettings.CAPTURED_LINK);
        assertThat(world.findings().all()).extracting(Finding::rule).isEmpty();
    }

    private void setUpLikeTheCapture() {
        KaspiBank bank = world.part(KaspiBank.class);
        bank.merchants().add(TradePoint.open(104039, BIN, "IPlaza"));
        bank.merchants()
                .add(new Organization(
                        BIN, "IPlaza", true, List.of("Red"), BehaviorOptions.DOCUMENTED, true, List.of()));
    }

    private String post(String path, String body) {
        ClientCertificate held = new ClientCertificate(
                "partner", "f", "CN=partner", Worlds.MAIN, List.of(BIN), Instant.MIN, Instant.MAX, Optional.empty());
        Call call = TestCalls.post(
                path, Map.of("X-Request-ID", path, "Content-Type", "application/json"), Optional.of(held), body);
        Endpoint row = new KaspiEdge(Scheme.R3, worlds, config, new KaspiWire(config))
                .endpoints(KaspiEndpoints.TABLE).stream()
                        .filter(endpoint -> endpoint.path().equals(path))
                        .findFirst()
                        .orElseThrow();
        return row.handler().apply(TestCalls.of(call, world)).body().text();
    }
}
