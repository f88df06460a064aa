package kz.paysandbox.features.merchant;

import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Request;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/** One server for a run, started when a scenario first wants to be told; each scenario has an inbox of its own. */
public final class ShopServer implements AutoCloseable {

    private static final String ROOM = "/told/";

    private final Optional<URI> outside;
    private final int port;
    private final UnaryOperator<String> between;
    private final Map<String, CallbackInbox> inboxes = new ConcurrentHashMap<>();
    private Optional<WireMockServer> server = Optional.empty();

    private ShopServer(Optional<URI> outside, int port, UnaryOperator<String> between) {
        this.outside = outside;
        this.port = port;
        this.between = between;
    }

    /** For a bank on this machine: any port of the loopback. */
    public static ShopServer local() {
        return local(told -> told);
    }

    /**
     * As {@link #local()}.
     *
     * @param between what becomes of a callback on its way; a test may change it
     */
    public static ShopServer local(UnaryOperator<String> between) {
        return new ShopServer(Optional.empty(), 0, between);
    }

    /**
     * For a bank elsewhere.
     *
     * @param outside the address under which the bank reaches {@code port} of this machine
     */
    public static ShopServer reachedAt(URI outside, int port) {
        return new ShopServer(Optional.of(outside), port, told -> told);
    }

    /**
     * An inbox.
     *
     * @param name unlike that of any other
     */
    public synchronized CallbackInbox open(String name) {
        WireMockServer running = server.orElseGet(this::start);
        server = Optional.of(running);
        String path = ROOM + name;
        String base = outside.map(address -> address.toString().replaceAll("/+$", ""))
                .orElseGet(() -> "http://127.0.0.1:" + running.port());
        CallbackInbox inbox = new CallbackInbox(URI.create(base + path), path, running, () -> inboxes.remove(path));
        inboxes.put(path, inbox);
        return inbox;
    }

    private WireMockServer start() {
        WireMockConfiguration configuration =
                wireMockConfig().disableRequestJournal().globalTemplating(false);
        WireMockServer started = new WireMockServer(
                outside.isPresent()
                        ? configuration.port(port)
                        : configuration.dynamicPort().bindAddress("127.0.0.1"));
        started.addMockServiceRequestListener((request, response) -> arrived(request));
        started.start();
        return started;
    }

    private void arrived(Request request) {
        Optional.ofNullable(inboxes.get(request.getUrl()))
                .ifPresent(inbox -> inbox.arrived(between.apply(request.getBodyAsString())));
    }

    @Override
    public synchronized void close() {
        server.ifPresent(WireMockServer::stop);
        server = Optional.empty();
    }
}
