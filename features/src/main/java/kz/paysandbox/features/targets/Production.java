package kz.paysandbox.features.targets;

import java.net.URI;
import java.util.List;
import java.util.Locale;

/** The banks' production hosts, which the suite never calls. */
final class Production {

    private static final List<String> DOMAINS = List.of("kaspi.kz", "homebank.kz", "epayment.kz", "halykbank.kz");

    private Production() {}

    /**
     * Lets through what is no bank's, or a bank's test host.
     *
     * @throws IllegalArgumentException where it is production, or what stands before it
     */
    static URI refuse(URI address) {
        String host = String.valueOf(address.getHost()).toLowerCase(Locale.ROOT).replaceAll("\\.+$", "");
        boolean banks = DOMAINS.stream().anyMatch(domain -> host.equals(domain) || host.endsWith("." + domain));
        boolean test = host.replaceAll("\\..*", "").contains("test");
        if (banks && !test) {
            throw new IllegalArgumentException(
                    address + " is the bank's production; the suite moves money and is never run there");
        }
        return address;
    }
}
