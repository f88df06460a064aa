package kz.paysandbox.gateway.boot;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import kz.paysandbox.adapters.Kzpay;
import kz.paysandbox.adapters.Setting;
import kz.paysandbox.adapters.Settings;
import kz.paysandbox.adapters.epay.EpayClient;
import kz.paysandbox.adapters.kaspi.KaspiR3;
import kz.paysandbox.adapters.merchant.MerchantKaspi;
import kz.paysandbox.adapters.merchant.refund.EpayRefunds;
import kz.paysandbox.adapters.merchant.store.Database;
import kz.paysandbox.adapters.money.Assumption;
import kz.paysandbox.adapters.transport.CallListener;
import kz.paysandbox.gateway.pay.BankBooks;
import kz.paysandbox.gateway.pay.Banks;

/**
 * The clients of both banks, made of the settings; closed together.
 *
 * @param kaspi scheme r3
 * @param epay Halyk ePay, where it is set up
 */
record BankClients(KaspiR3 kaspi, Optional<EpayClient> epay) implements AutoCloseable {
    /** Every request has 30 s [as the seeds]. */
    static final Duration DEADLINE = Duration.ofSeconds(30);

    /** A job is its node's own for so long. */
    static final Duration LEASE = Duration.ofSeconds(45);

    /** Ten seconds until it begins, and four requests: reading, refund, registration of the till anew, refund. */
    static final Duration LONGEST_CALL = Duration.ofSeconds(150);

    private static final String EMULATOR = "emulator";

    static BankClients of(GatewaySettings settings, Clock clock, CallListener listener) {
        Map<String, String> banks = completed(settings.banks());
        Kzpay kzpay = Kzpay.builder()
                .settings(Settings.of(banks))
                .deadline(DEADLINE)
                .clock(clock)
                .listener(listener)
                .reconciliation(usual -> usual.assuming(promisedAtOnce(settings)))
                .build();
        return new BankClients(kzpay.kaspiR3(), cards(banks) ? Optional.of(kzpay.epay()) : Optional.empty());
    }

    /** Ten seconds after a lost call unchanged books are no reason to say that it was not carried out. */
    private static Assumption[] promisedAtOnce(GatewaySettings settings) {
        return settings.assumptions().stream()
                .filter(assumption -> assumption == Assumption.SOLE_OPERATOR)
                .toArray(Assumption[]::new);
    }

    private static Assumption[] promised(GatewaySettings settings) {
        return settings.assumptions().toArray(Assumption[]::new);
    }

    /** Where no bank is named, it is the sandbox; there the gateway acts with the certificate of all organisations. */
    static Map<String, String> completed(Map<String, String> banks) {
        if (!chosen(banks, Setting.BACKEND)
                && !chosen(banks, Setting.KASPI_BACKEND)
                && !chosen(banks, Setting.EPAY_BACKEND)) {
            banks.put(Setting.BACKEND.property(), EMULATOR);
        }
        Path pki = Path.of(banks.getOrDefault(Setting.EMULATOR_HOME.property(), ".sandbox"))
                .resolve("pki");
        if (backend(banks, Setting.KASPI_BACKEND).equals(EMULATOR)
                && !chosen(banks, Setting.KASPI_PFX)
                && !chosen(banks, Setting.KASPI_CERTIFICATE)
                && Files.isRegularFile(pki.resolve("partner.pfx"))) {
            banks.put(Setting.KASPI_PFX.property(), pki.resolve("partner.pfx").toString());
            banks.put(
                    Setting.KASPI_PASSWORD_FILE.property(),
                    pki.resolve("partner.password").toString());
        }
        return banks;
    }

    /** Whether Kaspi is the sandbox's. */
    static boolean sandbox(Map<String, String> completed) {
        return backend(completed, Setting.KASPI_BACKEND).equals(EMULATOR);
    }

    /** Who answers, for people. */
    static String names(Map<String, String> completed) {
        return "Kaspi: " + name(backend(completed, Setting.KASPI_BACKEND)) + ", ePay: "
                + (cards(completed) ? name(backend(completed, Setting.EPAY_BACKEND)) : "not set up");
    }

    private static String name(String backend) {
        return backend.equals(EMULATOR) ? "the sandbox" : backend;
    }

    private static boolean cards(Map<String, String> banks) {
        return chosen(banks, Setting.EPAY_CLIENT_ID)
                || backend(banks, Setting.EPAY_BACKEND).equals(EMULATOR);
    }

    private static String backend(Map<String, String> banks, Setting own) {
        return banks.getOrDefault(own.property(), banks.getOrDefault(Setting.BACKEND.property(), ""))
                .strip()
                .toLowerCase(Locale.ROOT);
    }

    private static boolean chosen(Map<String, String> banks, Setting setting) {
        return !banks.getOrDefault(setting.property(), "").isBlank();
    }

    /** With the adapters' journals over a database. */
    Banks journaled(Database database, Clock clock, GatewaySettings settings) {
        return new Banks(
                kaspi,
                MerchantKaspi.of(kaspi, database, clock)
                        .assuming(promised(settings))
                        .unchangedAfter(BankBooks.SLOWEST)
                        .abandonedAfter(LONGEST_CALL),
                epay.map(client -> new Banks.Cards(
                        client, EpayRefunds.of(client, database, clock).abandonedAfter(LONGEST_CALL))));
    }

    @Override
    public void close() {
        epay.ifPresent(EpayClient::close);
        kaspi.close();
    }
}
