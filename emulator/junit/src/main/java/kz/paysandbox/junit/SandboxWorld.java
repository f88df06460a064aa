package kz.paysandbox.junit;

import java.net.URI;
import java.net.http.HttpClient;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLContext;
import kz.paysandbox.junit.json.Json;
import kz.paysandbox.junit.process.SandboxAddress;
import kz.paysandbox.junit.process.SandboxException;
import kz.paysandbox.junit.process.WorldFolder;
import org.jspecify.annotations.Nullable;

/** A test's own world: where it is, what opens it, and what acts in it. Safe for any number of threads. */
public final class SandboxWorld implements AutoCloseable {

    private static final int UNKNOWN = 404;

    private final SandboxControl control;
    private final String description;
    private final Json read;
    private final SandboxAddress sandbox;
    private final AtomicBoolean closed = new AtomicBoolean();
    private @Nullable WorldFolder folder;
    private @Nullable WorldSettings settings;

    SandboxWorld(SandboxControl anyWorld, String description, SandboxAddress sandbox) {
        this.description = description;
        this.read = Json.parse(description);
        this.control = anyWorld.in(name());
        this.sandbox = sandbox;
    }

    /** Its name on the control surface. */
    public String name() {
        return read.at("name").text();
    }

    /** What its ids, tokens and faults follow: {@code @Sandbox(seed = …)} repeats a run. */
    public long seed() {
        return read.at("seed").number(0);
    }

    /** Scheme r1, up to and with {@code /r1/v01}; in {@link #settings()} and {@link #properties()} without. */
    public URI kaspiR1() {
        return URI.create(base("kaspi-r1") + "/r1/v01");
    }

    /** Scheme r2, up to and with {@code /r2/v01}. */
    public URI kaspiR2() {
        return URI.create(base("kaspi-r2") + "/r2/v01");
    }

    /** Scheme r3, up to and with {@code /r3/v01}. */
    public URI kaspiR3() {
        return URI.create(base("kaspi-r3") + "/r3/v01");
    }

    /** The Api-Key of r1. */
    public String apiKey() {
        return read.at("kaspi").at("apiKey").text();
    }

    /** The first organisation's BIN. */
    public String bin() {
        return read.at("kaspi").at("organizations").items().get(0).at("bin").text();
    }

    /** Token of a till that is registered at trade point 1 of the first organisation from the start. */
    public String deviceToken() {
        return "2be4cc91-5895-48f8-8bc2-86c7bd419b3b";
    }

    /** The first shop at Halyk ePay, which takes money in one step. */
    public EpayShop epay() {
        return epayShops().get(0);
    }

    /** All shops at Halyk ePay. */
    public List<EpayShop> epayShops() {
        return read.at("epay").at("shops").items().stream()
                .map(shop -> EpayShop.of(shop, base("epay")))
                .toList();
    }

    /** Everything that opens this world, as {@code POST /worlds} gives it: JSON. */
    public String description() {
        return description;
    }

    /** Trusts the sandbox's authorities, and shows this world's client certificate. */
    public SSLContext sslContext() {
        return identity().withCertificate();
    }

    /** Trusts the sandbox's authorities, and shows no certificate. */
    public SSLContext sslContextWithoutCertificate() {
        return identity().withoutCertificate();
    }

    /** A client that can call every listener: r1 and ePay as well as r2 and r3. */
    public HttpClient httpClient() {
        return HttpClient.newBuilder()
                .proxy(HttpClient.Builder.NO_PROXY)
                .sslContext(sslContext())
                .build();
    }

    /**
     * The settings of {@code kz.paysandbox.adapters}: {@code Kzpay.of(Settings.of(world.settings()))} makes its clients. The
     * certificate lies in a file until the world is closed.
     */
    public Map<String, String> settings() {
        return written().adapters();
    }

    /**
     * {@link #settings()}, the variables that {@code sandbox env} prints, {@code KASPI_DEVICE_TOKEN} and {@code SANDBOX_WORLD}, for an application's properties:
     * {@code world.properties().forEach((name, value) -> registry.add(name, () -> value))}.
     */
    public Map<String, String> properties() {
        Map<String, String> all = new LinkedHashMap<>(settings());
        all.putAll(variables());
        return all;
    }

    Map<String, String> variables() {
        return written().variables();
    }

    /** Its clock. */
    public WorldClock clock() {
        return new WorldClock(control);
    }

    /** The customer of its payments. */
    public WorldCustomer customer() {
        return new WorldCustomer(control);
    }

    /** What goes wrong in it. */
    public WorldFaults faults() {
        return new WorldFaults(control);
    }

    /** What it was asked and answered. */
    public WorldJournal journal() {
        return new WorldJournal(control);
    }

    /**
     * Begins a scenario of the catalogue.
     *
     * @throws IllegalStateException where a part of its beginning could not be done: a test would pass without it
     * @throws SandboxRefusal where there is no such scenario
     */
    public void play(String scenario) {
        Json progress = Json.parse(control.post("/scenarios/" + scenario + "/activate", ""));
        for (Json done : progress.at("done").items()) {
            if (!done.at("ok").isTrue()) {
                throw new IllegalStateException("scenario " + scenario + ": "
                        + done.at("what").text() + " could not be done: "
                        + done.at("problem").text());
            }
        }
    }

    /** For whatever has no method here. */
    public SandboxControl control() {
        return control;
    }

    /** Deletes it, its payments and its files; again does nothing. */
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            try {
                control.delete("/worlds/" + name());
            } catch (SandboxRefusal refused) {
                if (refused.status() != UNKNOWN) {
                    throw refused;
                }
            } finally {
                deleteFiles();
            }
        }
    }

    /** A listener's address, without a path. */
    String base(String listener) {
        return Optional.ofNullable(sandbox.ports().get(listener))
                .map(port -> "https://" + sandbox.host() + ":" + port)
                .orElseThrow(() -> new SandboxException("this sandbox has no listener " + listener));
    }

    private WorldIdentity identity() {
        return new WorldIdentity(control, name(), sandbox.authorities());
    }

    private synchronized WorldSettings written() {
        if (settings == null) {
            folder = WorldFolder.in(sandbox.files());
            settings = new WorldSettings(this, identity().in(folder), sandbox.authorities());
        }
        return settings;
    }

    private synchronized void deleteFiles() {
        if (folder != null) {
            folder.delete();
        }
    }
}
