package kz.paysandbox.adapters;

import java.util.Locale;

/** Every setting there is. As a property {@code kzpay.…}, as an environment variable {@code KZPAY_…}. */
public enum Setting {
    /** Which backend, for both banks. */
    BACKEND("backend"),
    /** Which backend, for Kaspi alone. */
    KASPI_BACKEND("kaspi.backend"),
    /** Which backend, for Halyk alone. */
    EPAY_BACKEND("epay.backend"),
    /** What is promised about lost answers: {@code sole-operator}, {@code unchanged-books-mean-not-applied}, or both. */
    ASSUME("assume"),
    /** The sandbox's home folder; default {@code .sandbox}. */
    EMULATOR_HOME("emulator.home"),
    /** The sandbox world to name in a header. */
    EMULATOR_WORLD("emulator.world"),
    /** The sandbox fault to name in a header. */
    EMULATOR_FAULT("emulator.fault"),
    /** Base address of scheme r1. */
    KASPI_R1_URL("kaspi.r1.url"),
    /** Base address of scheme r2. */
    KASPI_R2_URL("kaspi.r2.url"),
    /** Base address of scheme r3. */
    KASPI_R3_URL("kaspi.r3.url"),
    /** The Api-Key of r1. */
    KASPI_API_KEY("kaspi.api-key"),
    /** A file whose first line is the Api-Key of r1. */
    KASPI_API_KEY_FILE("kaspi.api-key.file"),
    /** The client certificate, PEM or DER. */
    KASPI_CERTIFICATE("kaspi.certificate"),
    /** Its private key, PEM PKCS#8. */
    KASPI_KEY("kaspi.key"),
    /** Certificate and key in one PFX container. */
    KASPI_PFX("kaspi.pfx"),
    /** The password of key or container. */
    KASPI_PASSWORD("kaspi.password"),
    /** A file whose first line is that password. */
    KASPI_PASSWORD_FILE("kaspi.password.file"),
    /** The bank's certificates. */
    KASPI_CA("kaspi.ca"),
    /** The SHA-256 fingerprint of the bank's root. */
    KASPI_CA_PIN("kaspi.ca.pin"),
    /** Where tokens are had. */
    EPAY_OAUTH_URL("epay.oauth.url"),
    /** Where payments are made. */
    EPAY_API_URL("epay.api.url"),
    /** The widget's script. */
    EPAY_WIDGET_URL("epay.widget.url"),
    /** The shop's client_id. */
    EPAY_CLIENT_ID("epay.client-id"),
    /** The shop's client_secret. */
    EPAY_CLIENT_SECRET("epay.client-secret"),
    /** A file whose first line is the client_secret. */
    EPAY_CLIENT_SECRET_FILE("epay.client-secret.file"),
    /** The terminal's UUID. */
    EPAY_TERMINAL("epay.terminal"),
    /** Certificates to trust for Halyk instead of Java's own. */
    EPAY_CA("epay.ca");

    private final String name;

    Setting(String name) {
        this.name = name;
    }

    /** The property's name, such as {@code kzpay.kaspi.api-key}. */
    public String property() {
        return "kzpay." + name;
    }

    /** The environment variable's name, such as {@code KZPAY_KASPI_API_KEY}. */
    public String variable() {
        return property().replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT);
    }
}
