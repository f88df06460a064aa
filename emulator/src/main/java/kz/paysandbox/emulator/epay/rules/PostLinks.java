package kz.paysandbox.emulator.epay.rules;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import kz.paysandbox.emulator.core.data.WebAddress;

/** Payment page: postLink is called by the bank's server, which reaches public addresses alone. */
final class PostLinks implements Rule {

    private static final List<String> FIELDS = List.of("postLink", "failurePostLink", "post_link", "failure_post_link");

    /** RFC 1122, 1918, 3927 and 6598; names are not resolved, so a number is all that is looked at. */
    private static final Pattern PRIVATE_IPV4 = Pattern.compile("0\\..*|10\\..*|127\\..*|169\\.254\\..*|192\\.168\\..*"
            + "|172\\.(1[6-9]|2\\d|3[01])\\..*|100\\.(6[4-9]|[7-9]\\d|1[01]\\d|12[0-7])\\..*");

    /** RFC 4193 and 4291: the loopback, unspecified, unique local and link-local addresses. */
    private static final Pattern PRIVATE_IPV6 =
            Pattern.compile("\\[(::1?|f[cd][0-9a-f]{2}:.*|fe[89ab][0-9a-f]:.*|::ffff:127\\..*)]");

    /** RFC 6761, 6762 and 8375, and what container networks use. */
    private static final Pattern LOCAL_NAME =
            Pattern.compile("[^.:]+|.*\\.(localhost|local|localdomain|internal|lan|home\\.arpa|test)\\.?");

    @Override
    public void look(AnsweredCall call) {
        for (String field : FIELDS) {
            call.text(field)
                    .flatMap(PostLinks::obstacle)
                    .ifPresent(obstacle -> call.finding(EpayClause.CALLBACK_UNREACHABLE, field + " " + obstacle));
        }
    }

    /** Why the bank's server could not call an address; empty where it could, and where it is no address at all. */
    static Optional<String> obstacle(String link) {
        return WebAddress.of(link.strip()).flatMap(PostLinks::obstacle);
    }

    private static Optional<String> obstacle(WebAddress address) {
        boolean plain = address.scheme().equals("http");
        boolean local = isLocal(address.host().toLowerCase(Locale.ROOT));
        if (plain && local) {
            return Optional.of("is plain http, to a host of this machine or of a private network");
        }
        return plain
                ? Optional.of("is plain http")
                : local ? Optional.of("names a host of this machine or of a private network") : Optional.empty();
    }

    private static boolean isLocal(String host) {
        if (host.startsWith("[")) {
            return PRIVATE_IPV6.matcher(host).matches();
        }
        boolean number = host.matches("[0-9.]+");
        return number
                ? PRIVATE_IPV4.matcher(host).matches()
                : LOCAL_NAME.matcher(host).matches();
    }
}
