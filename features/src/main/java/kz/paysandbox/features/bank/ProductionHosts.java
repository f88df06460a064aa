package kz.paysandbox.features.bank;

import java.net.URI;
import java.util.List;
import java.util.Locale;

/**
 * The banks' production hosts, which the suite never calls.
 *
 * @param domains of the banks, their test hosts included
 */
public record ProductionHosts(List<String> domains) {

    public ProductionHosts {
        domains = List.copyOf(domains);
    }

    /**
     * Lets through what is no bank's, or a bank's test host.
     *
     * @throws IllegalArgumentException where it is production, or what stands before it
     */
    public URI refuse(URI address) {
        String host = String.valueOf(address.getHost()).toLowerCase(Locale.ROOT).replaceAll("\\.+$", "");
        boolean banks = domains.stream().anyMatch(domain -> host.equals(domain) || host.endsWith("." + domain));
        boolean test = host.replaceAll("\\..*", "").contains("test");
        if (banks && !test) {
            throw new IllegalArgumentException(
                    address + " is the bank's production; the suite moves money and is never run there");
        }
        return address;
    }
}
