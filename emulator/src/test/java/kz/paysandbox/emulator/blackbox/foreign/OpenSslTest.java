package kz.paysandbox.emulator.blackbox.foreign;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kz.paysandbox.emulator.blackbox.support.Bank;
import kz.paysandbox.emulator.blackbox.support.Sandbox;
import kz.paysandbox.emulator.blackbox.support.Tool;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code openssl s_client} that speaks HTTP by hand, and checks the server's name and chain. */
class OpenSslTest {

    private static final Pattern PAYMENT = Pattern.compile("\"QrPaymentId\":(\\d+)");

    @RegisterExtension
    static final Sandbox SANDBOX = Sandbox.with();

    private final Tool openssl = Tool.named("openssl");

    @ParameterizedTest
    @CsvSource({"r2, merchant, -tls1_2", "r2, merchant, -tls1_3", "r3, partner, -tls1_2", "r3, partner, -tls1_3"})
    void a_payment_is_taken_and_processed(String scheme, String certificate, String version) {
        String bin = scheme.equals("r3") ? ",\"OrganizationBin\":\"" + Bank.BIN + "\"" : "";
        String created = speak(
                scheme,
                certificate,
                version,
                post(scheme, "qr/create", "{\"DeviceToken\":\"" + Bank.DEVICE + "\",\"Amount\":200" + bin + "}"));
        Matcher id = PAYMENT.matcher(created);
        assertThat(id.find()).as(created).isTrue();
        String payment = id.group(1);

        speak(scheme, certificate, version, post(scheme, "test/payment/scan", "{\"qrPaymentId\":" + payment + "}"));
        speak(scheme, certificate, version, post(scheme, "test/payment/confirm", "{\"qrPaymentId\":" + payment + "}"));

        String status = "GET /" + scheme + "/v01/payment/status/" + payment + " HTTP/1.1\r\nHost: mtokentest.kaspi.kz"
                + "\r\nConnection: close\r\n\r\n";
        assertThat(speak(scheme, certificate, version, status)).contains("""
                        {"Data":{"Status":"Processed"},"StatusCode":0}""");
    }

    private static String post(String scheme, String path, String body) {
        return "POST /" + scheme + "/v01/" + path + " HTTP/1.1\r\nHost: mtokentest.kaspi.kz\r\n"
                + "Content-Type: application/json\r\nContent-Length: " + body.length()
                + "\r\nConnection: close\r\n\r\n" + body;
    }

    private String speak(String scheme, String certificate, String version, String request) {
        String file = SANDBOX.pki(certificate).toString();
        Tool.Run run = openssl.feed(
                request,
                "s_client",
                "-connect",
                "127.0.0.1:" + SANDBOX.port("kaspi-" + scheme),
                "-servername",
                "mtokentest.kaspi.kz",
                "-verify_hostname",
                "mtokentest.kaspi.kz",
                "-verify_return_error",
                "-CAfile",
                SANDBOX.pki("kbs_root_ca.crt").toString(),
                "-cert",
                file + ".cer",
                "-key",
                file + ".key",
                "-pass",
                "file:" + file + ".password",
                version,
                "-quiet",
                "-ign_eof");
        assertThat(run.output()).contains("HTTP/1.1 200");
        return run.output();
    }
}
