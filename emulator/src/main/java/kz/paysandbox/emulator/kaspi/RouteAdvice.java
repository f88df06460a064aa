package kz.paysandbox.emulator.kaspi;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kz.paysandbox.emulator.core.settings.Suggestion;
import kz.paysandbox.emulator.http.Call;
import kz.paysandbox.emulator.kaspi.domain.Scheme;

/**
 * The advice on what a call that no row of its scheme takes was meant for, as far as the document's other rows tell.
 */
final class RouteAdvice {

    private static final Pattern PATH = Pattern.compile("/(r[1-3])/v0[12]/(.{1,100}?)/*");

    /** How a scheme reaches the end of calls that it does not have. */
    private static final Map<Scheme, String> RETURNS = Map.of(
            Scheme.R1, "; r1 returns in the cashier's app alone (2.4)",
            Scheme.R3, "; r3 returns without the customer, by POST /r3/v01/payment/return (4.5)");

    private RouteAdvice() {}

    /** Whether the path is like the document's. */
    static boolean isOfScheme(Call call) {
        return PATH.matcher(normalized(call)).matches();
    }

    private static String normalized(Call call) {
        return call.path().replaceAll("/{2,}", "/");
    }

    /** Says what it should be; only words of the document's table are repeated. */
    static String words(Call call, Scheme scheme) {
        Matcher path = PATH.matcher(normalized(call));
        if (!path.matches()) {
            return "the path is none of the document's: they are /" + scheme.label() + "/v01/…";
        }
        String doubled = call.path().contains("//") ? "the path has a doubled slash; " : "";
        if (!path.group(1).equals(scheme.label())) {
            return doubled + "a path of " + path.group(1) + " at the address of " + scheme.label()
                    + ": each scheme has its own port";
        }
        String operation = path.group(2);
        Optional<KaspiEndpoint> own = row(operation, scheme);
        if (own.isPresent()) {
            return doubled.isEmpty()
                    ? own.get().path() + " is called with " + own.get().method()
                    : doubled + "did you mean " + own.get().path() + "?";
        }
        List<KaspiEndpoint> others = KaspiEndpoints.TABLE.stream()
                .filter(row -> tail(row).equals(normal(operation)))
                .toList();
        if (!others.isEmpty()) {
            KaspiEndpoint other = others.get(0);
            boolean isReturn = other.path().contains("return") || other.path().contains("details");
            return doubled + scheme.label() + " has no " + tail(other) + ", which is "
                    + other.scheme().label() + "'s (" + other.section() + ")"
                    + (isReturn ? RETURNS.getOrDefault(scheme, "") : "");
        }
        return doubled
                + Suggestion.of(normal(operation), tails(scheme))
                        .map(near -> "no such call; did you mean " + near + "?")
                        .orElse("no such call in any scheme");
    }

    private static Optional<KaspiEndpoint> row(String operation, Scheme scheme) {
        return KaspiEndpoints.TABLE.stream()
                .filter(row -> row.scheme() == scheme && tail(row).equals(normal(operation)))
                .findFirst();
    }

    private static List<String> tails(Scheme scheme) {
        return KaspiEndpoints.TABLE.stream()
                .filter(row -> row.scheme() == scheme)
                .map(RouteAdvice::tail)
                .distinct()
                .toList();
    }

    /** Fixed segments of a row's path, as {@code return/create}. */
    private static String tail(KaspiEndpoint row) {
        return normal(row.path().substring("/r1/v01/".length()).replaceAll("/\\{.*", ""));
    }

    /** Without what stands for a parameter at its end: digits. */
    private static String normal(String operation) {
        return operation.replaceAll("/\\d+$", "");
    }
}
