package kz.paysandbox.adapters;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kz.paysandbox.adapters.epay.EpayClient;
import kz.paysandbox.adapters.kaspi.KaspiR3;
import kz.paysandbox.adapters.kaspi.payment.Bin;
import kz.paysandbox.adapters.kaspi.payment.DeviceToken;
import kz.paysandbox.adapters.kaspi.payment.Order;
import kz.paysandbox.adapters.kaspi.payment.QrPayment;
import kz.paysandbox.adapters.money.Tenge;
import kz.paysandbox.adapters.testing.FakeBank;
import kz.paysandbox.adapters.transport.RetryPolicy;
import org.junit.jupiter.api.Test;

/** The README's Java is that of this file, ReadmeRefundIT and ReadmeSnippetsIT: each snippet is run there, and compared with the README word by word. */
class ReadmeSnippetsTest {
    private static final Bin BIN = Bin.of("180340021791");
    private final List<String> shown = new ArrayList<>();

    @Test
    void settings() {
        Map<String, String> properties = Map.of(
                "kzpay.backend", "test",
                "kzpay.epay.client-id", "test",
                "kzpay.epay.client-secret", "secret",
                "kzpay.epay.terminal", "t");
        Settings settings = Settings.of(properties, Map.of());
        // snippet: settings
        Kzpay kzpay = Kzpay.builder()
                .settings(settings)
                .deadline(Duration.ofSeconds(20))
                .retryReads(RetryPolicy.standard())
                .listener(call -> show(call.operation() + " took " + call.took().toMillis() + " ms"))
                .build();
        try (EpayClient epay = kzpay.epay()) {
            show(epay.getClass().getSimpleName());
        }
        // end
        assertThat(shown).containsExactly("HttpEpayClient");
    }

    @Test
    void fake_bank() {
        // snippet: fake bank
        FakeBank bank = FakeBank.create();
        KaspiR3 kaspi = bank.clients().build().kaspiR3();
        DeviceToken till = kaspi.registerDevice(BIN, "TILL-1", 1);
        QrPayment payment =
                kaspi.createQr(BIN, Order.of(till, Tenge.of(200), "order-15")).orThrow();
        bank.customerPays(payment.id());
        show(kaspi.status(payment.id()).raw());
        // end
        kaspi.close();
        assertThat(shown).containsExactly("Processed");
    }

    @Test
    void the_readme_shows_these_snippets_and_no_others() throws Exception {
        Path tests = Path.of("src/test/java/kz/paysandbox/adapters");
        String source = Files.readString(tests.resolve("ReadmeSnippetsTest.java"))
                + Files.readString(tests.resolve("sandbox/ReadmeRefundIT.java"))
                + Files.readString(tests.resolve("sandbox/ReadmeSnippetsIT.java"));
        Matcher snippets = Pattern.compile("// snippet: [a-z ]+\\n(.*?)\\n *// end", Pattern.DOTALL)
                .matcher(source);
        List<String> run = new ArrayList<>();
        while (snippets.find()) {
            run.add(snippets.group(1).stripIndent().strip());
        }
        Matcher blocks =
                Pattern.compile("```java\\n(.*?)```", Pattern.DOTALL).matcher(Files.readString(Path.of("README.md")));
        List<String> printed = new ArrayList<>();
        while (blocks.find()) {
            printed.add(blocks.group(1).strip());
        }
        assertThat(printed).containsExactlyInAnyOrderElementsOf(run);
    }

    private void show(String text) {
        shown.add(text);
    }
}
