package kz.paysandbox.emulator.blackbox.support;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Base64;
import javax.net.ssl.SSLContext;

/** One isolated world, with the clients that its credentials make. */
public final class TestWorld {

    private final Sandbox sandbox;
    private final String name;
    private final Control control;

    public TestWorld(Sandbox sandbox, String name) {
        this.sandbox = sandbox;
        this.name = name;
        this.control = new Control(sandbox.port("control"), name);
    }

    public String name() {
        return name;
    }

    public Control control() {
        return control;
    }

    public String apiKey() {
        return control.get("/world")
                .expect(200)
                .json()
                .path("kaspi")
                .path("apiKey")
                .asText();
    }

    /** The world's own certificate, which acts for all its organisations. */
    public Identity certificate() {
        JsonNode made =
                control.get("/worlds/" + name + "/certificate").expect(200).json();
        return new Identity(
                Base64.getDecoder().decode(made.path("pfxBase64").asText()),
                made.path("password").asText());
    }

    /** A client of r1, r2 or r3 with this world's credentials. */
    public Bank bank(String scheme) {
        return scheme.equals("r1") ? keyed(apiKey()) : certified(scheme, certificate());
    }

    /** A client of r1 with this key; with none where it is empty. */
    public Bank keyed(String apiKey) {
        SSLContext context = sandbox.anonymous();
        return new Bank("r1", Http.tls(sandbox.port("kaspi-r1"), context), apiKey);
    }

    public Bank certified(String scheme, Identity identity, String... protocols) {
        SSLContext context = identity.context(sandbox.pki("ca-bundle.pem"));
        return new Bank(scheme, Http.tls(sandbox.port("kaspi-" + scheme), context, protocols), "");
    }

    public Bank uncertified(String scheme) {
        SSLContext context = sandbox.anonymous();
        return new Bank(scheme, Http.tls(sandbox.port("kaspi-" + scheme), context), "");
    }

    public TestWorld freeze(String instant) {
        control.put("/clock", "{\"mode\":\"frozen\",\"at\":\"" + instant + "\"}")
                .expect(200);
        return this;
    }

    public Answer advance(String duration) {
        return control.post("/clock/advance", "{\"by\":\"" + duration + "\"}").expect(200);
    }

    public TestWorld organization(String bin, String patch) {
        control.patch("/organizations/" + bin, patch).expect(200);
        return this;
    }

    public TestWorld tradePoint(long id, String patch) {
        control.patch("/tradepoints/" + id, patch).expect(200);
        return this;
    }

    /** The customer does something with a payment. */
    public Answer customer(long payment, String act) {
        return control.post("/payments/" + payment + "/" + act, "");
    }
}
