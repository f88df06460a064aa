package kz.paysandbox.emulator.epay.callbacks;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import kz.paysandbox.emulator.core.net.OwnListeners;
import org.apache.hc.client5.http.DnsResolver;

/**
 * The addresses of a shop's host, each of which is tried in turn: a shop may listen on one of them only. Nothing is
 * connected to before it has come past here, so none of the sandbox's own listeners ever is.
 */
record MerchantAddresses(OwnListeners own, Names names) implements DnsResolver {

    /** Where the addresses of a host come from. */
    interface Names {
        /** At least one. */
        InetAddress[] addresses(String host) throws UnknownHostException;
    }

    /** As this machine resolves names. */
    MerchantAddresses(OwnListeners own) {
        this(own, InetAddress::getAllByName);
    }

    @Override
    public List<InetSocketAddress> resolve(String host, int port) throws UnknownHostException {
        List<InetAddress> addresses = Arrays.asList(resolve(host));
        if (own.areAmong(addresses, port)) {
            throw new OwnAddress();
        }
        return addresses.stream()
                .map(address -> new InetSocketAddress(address, port))
                .toList();
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        return names.addresses(host);
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }

    /** A callback was to go to one of the sandbox's listeners. */
    static final class OwnAddress extends UnknownHostException {
        private static final long serialVersionUID = 1L;
    }
}
