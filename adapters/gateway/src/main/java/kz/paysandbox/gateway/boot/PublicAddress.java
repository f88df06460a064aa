package kz.paysandbox.gateway.boot;

import java.net.URI;
import java.util.Optional;
import java.util.function.Supplier;

/** The gateway's address as customers and banks see it: the settings', else the listener's, known once it listens. */
final class PublicAddress implements Supplier<URI> {
    private final Optional<URI> set;
    private volatile Optional<URI> listener = Optional.empty();

    PublicAddress(Optional<URI> set) {
        this.set = set;
    }

    void listensOn(ListenAddress address, int port) {
        boolean wildcard = address.host().equals("0.0.0.0") || address.host().equals("::");
        String host = wildcard ? "localhost" : address.host();
        listener = Optional.of(URI.create("http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port));
    }

    /** The listener's own address. */
    URI own() {
        return listener.orElseThrow(() -> new IllegalStateException("the gateway does not listen yet"));
    }

    @Override
    public URI get() {
        return set.orElseGet(this::own);
    }
}
