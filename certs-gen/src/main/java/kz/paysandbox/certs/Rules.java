package kz.paysandbox.certs;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What names, worlds and BINs may look like. */
final class Rules {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
    private static final Pattern BIN = Pattern.compile("[0-9]{12}");
    private static final Set<String> TAKEN = Set.of("server", "kbs_ca", "kbs_root_ca", "epay-rsa", "crl", "ca-bundle");

    private Rules() {}

    static void requireName(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "name must be 1 to 64 letters, digits, dots, dashes or underscores, and start with a letter or digit");
        }
        if (TAKEN.contains(name) || isFixture(name) || name.endsWith("-legacy") || name.endsWith("-plain")) {
            throw new IllegalArgumentException("name '" + name + "' is used by the PKI itself: choose another");
        }
    }

    static boolean isFixture(String name) {
        return Arrays.stream(BadFixture.values())
                .anyMatch(fixture -> fixture.fileName().equals(name));
    }

    static void requireWorld(String world) {
        if (world.isBlank()) {
            throw new IllegalArgumentException("world must not be blank");
        }
    }

    static List<String> requireBins(List<String> bins) {
        if (bins.isEmpty()) {
            throw new IllegalArgumentException("at least one BIN is needed");
        }
        bins.stream().filter(bin -> !BIN.matcher(bin).matches()).findFirst().ifPresent(bin -> {
            throw new IllegalArgumentException("BIN '" + bin + "' is not 12 digits");
        });
        return bins.stream().distinct().toList();
    }
}
