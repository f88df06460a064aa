package kz.paysandbox.emulator.blackbox.foreign;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import kz.paysandbox.emulator.blackbox.support.Bank;
import kz.paysandbox.emulator.blackbox.support.Sandbox;
import kz.paysandbox.emulator.blackbox.support.Tool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** curl, held to TLS 1.2, with the certificate as the bank delivers it and as PFX. */
class CurlTest {

    @RegisterExtension
    static final Sandbox SANDBOX = Sandbox.with();

    private final Tool curl = Tool.named("curl");

    @ParameterizedTest
    @CsvSource({"r2, merchant, PEM", "r2, merchant, P12", "r3, partner, PEM", "r3, partner, P12"})
    void a_payment_is_taken_and_processed(String scheme, String certificate, String type) throws IOException {
        List<String> identity = identity(certificate, type);
        JsonNode created =
                post(identity, scheme, "qr/create", "\"DeviceToken\":\"" + Bank.DEVICE + "\",\"Amount\":200.00");
        String payment = created.path("Data").path("QrPaymentId").asText();

        post(identity, scheme, "test/payment/scan", "\"qrPaymentId\":\"" + payment + "\"");
        post(identity, scheme, "test/payment/confirm", "\"qrPaymentId\":\"" + payment + "\"");

        assertThat(get(identity, scheme, "payment/status/" + payment)
                        .path("Data")
                        .path("Status")
                        .asText())
                .isEqualTo("Processed");
    }

    @Test
    void r1_needs_a_key_and_no_certificate() {
        assertThat(get(List.of("--header", "Api-Key: test_sandbox"), "r1", "health/ping")
                        .path("StatusCode")
                        .asInt(-1))
                .isZero();
    }

    private static List<String> identity(String name, String type) throws IOException {
        String file = SANDBOX.pki(name).toString();
        String password = Files.readString(SANDBOX.pki(name + ".password")).strip();
        return type.equals("P12")
                ? List.of("--cert-type", "P12", "--cert", file + ".pfx:" + password)
                : List.of("--cert", file + ".cer", "--key", file + ".key", "--pass", password);
    }

    private JsonNode post(List<String> identity, String scheme, String path, String fields) {
        String bin = scheme.equals("r3") ? ",\"OrganizationBin\":\"" + Bank.BIN + "\"" : "";
        List<String> options = new ArrayList<>(identity);
        options.addAll(List.of("--header", "Content-Type: application/json", "--data", "{" + fields + bin + "}"));
        return call(options, scheme, path);
    }

    private JsonNode get(List<String> identity, String scheme, String path) {
        return call(identity, scheme, path);
    }

    private JsonNode call(List<String> more, String scheme, String path) {
        List<String> options = new ArrayList<>(List.of(
                "--silent",
                "--show-error",
                "--tlsv1.2",
                "--tls-max",
                "1.2",
                "--cacert",
                SANDBOX.pki("ca-bundle.pem").toString()));
        options.addAll(more);
        options.add("https://localhost:" + SANDBOX.port("kaspi-" + scheme) + "/" + scheme + "/v01/" + path);
        Tool.Run run = curl.run(options.toArray(String[]::new));
        assertThat(run.exit()).as(run.output()).isZero();
        try {
            return new ObjectMapper().readTree(run.output());
        } catch (JsonProcessingException notJson) {
            throw new AssertionError(run.output(), notJson);
        }
    }
}
