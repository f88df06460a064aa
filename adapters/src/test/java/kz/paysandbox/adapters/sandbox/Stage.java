package kz.paysandbox.adapters.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kz.paysandbox.adapters.Kzpay;
import kz.paysandbox.adapters.Settings;
import kz.paysandbox.adapters.epay.payment.InvoiceId;
import kz.paysandbox.adapters.kaspi.payment.Bin;
import kz.paysandbox.adapters.kaspi.payment.DeviceToken;
import kz.paysandbox.adapters.money.MoneyAnswer;
import kz.paysandbox.adapters.tls.Identity;
import kz.paysandbox.adapters.tls.TlsContext;
import kz.paysandbox.adapters.tls.Trust;
import kz.paysandbox.adapters.transport.CallListener;
import kz.paysandbox.adapters.transport.HttpSettings;
import kz.paysandbox.adapters.transport.Surroundings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where the tests of this package play: the sandbox, programs of shops that log all they are told, a browser. */
record Stage(SandboxProcess sandbox, Secrets secrets, AtomicLong orders) implements AutoCloseable {
    static final Bin BIN = Bin.of("180340021791");

    private static final Logger LOG = LoggerFactory.getLogger("a program of a shop");

    /** A program with settings of its own (name, value, …), patient enough for a busy machine. */
    Kzpay kzpay(String... more) throws IOException {
        secrets.keep(this, Files.readString(sandbox.pki("merchant.password")).strip());
        secrets.keep(this, Files.readString(sandbox.pki("partner.password")).strip());
        secrets.keep(this, "test_sandbox");
        secrets.keep(this, "yF587AV9Ms94qN2QShFzVR3vFnWkhjbAK3sG");
        Map<String, String> settings = new HashMap<>(Map.of(
                "kzpay.backend",
                "emulator",
                "kzpay.emulator.home",
                sandbox.home().toString()));
        for (int i = 0; i < more.length; i += 2) {
            settings.put(more[i], more[i + 1]);
        }
        return Kzpay.of(Settings.of(settings, Map.of()))
                .with(http -> http.withListener(Stage::log).withConnectTimeout(Duration.ofSeconds(20)));
    }

    /** The shop whose terminal holds first (two steps). */
    Kzpay holding(String... more) throws IOException {
        secrets.keep(this, "sandbox-hold-secret");
        List<String> all = new ArrayList<>(List.of(
                "kzpay.epay.client-id",
                "test-hold",
                "kzpay.epay.client-secret",
                "sandbox-hold-secret",
                "kzpay.epay.terminal",
                Cards.HOLD_TERMINAL));
        all.addAll(List.of(more));
        return kzpay(all.toArray(String[]::new));
    }

    /** The same program, that looks into lost answers without waiting. */
    static HttpSettings impatient(HttpSettings http) {
        Surroundings usual = http.surroundings();
        return http.withSurroundings(
                new Surroundings(usual.clock(), usual.nanoTime(), duration -> {}, usual.random(), usual.requestIds()));
    }

    DeviceToken secret(DeviceToken token) {
        return secrets.keep(token, token.value());
    }

    /** As a careless program would: everything it is told goes to the log. */
    static <T> MoneyAnswer<T> told(MoneyAnswer<T> answer) {
        LOG.trace("told {}", answer);
        return answer;
    }

    static void told(Object what) {
        LOG.trace("told {}", what);
    }

    private static void log(CallListener.Call call) {
        LOG.trace("heard {}", call, call.failure().orElse(null));
    }

    /** An order that nobody has used yet, by its last six digits either. */
    InvoiceId order() {
        return InvoiceId.of(Long.toString(900_300_000 + orders.incrementAndGet()));
    }

    /** A customer's browser. */
    HttpClient browser() {
        return HttpClient.newBuilder()
                .sslContext(TlsContext.of(Identity.none(), Trust.bank(sandbox.pki("ca-bundle.pem")), Clock.systemUTC())
                        .get())
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
    }

    HttpResponse<String> submit(URI action, String form) throws IOException, InterruptedException {
        return browser()
                .send(
                        HttpRequest.newBuilder(action)
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(HttpRequest.BodyPublishers.ofString(form))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }

    /** The first group of a pattern in a page. */
    static String found(String page, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(page);
        assertThat(matcher.find()).as("%s in %s", pattern, page).isTrue();
        return matcher.group(1);
    }

    @Override
    public void close() throws IOException {
        sandbox.close();
    }
}
