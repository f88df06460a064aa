package kz.paysandbox.adapters.transport;

import java.util.Map;
import java.util.TreeMap;

/** Header maps whose names are compared without regard to case (RFC 9110, 5.1). */
public final class Headers {
    private Headers() {}

    /** All headers of both maps; where a name is in both, in whatever case, the second map's name and value. */
    public static Map<String, String> merged(Map<String, String> base, Map<String, String> stronger) {
        if (base.isEmpty()) {
            return stronger;
        }
        if (stronger.isEmpty()) {
            return base;
        }
        Map<String, String> all = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        all.putAll(base);
        stronger.forEach((name, value) -> {
            all.remove(name);
            all.put(name, value);
        });
        return all;
    }
}
