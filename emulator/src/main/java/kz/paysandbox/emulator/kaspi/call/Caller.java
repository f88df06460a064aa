package kz.paysandbox.emulator.kaspi.call;

import java.util.List;
import kz.paysandbox.emulator.kaspi.domain.Scheme;

/**
 * The caller, once that is proved.
 *
 * @param bins organisations they may act for; the first is their own
 */
public record Caller(Scheme scheme, List<String> bins) {

    public Caller {
        bins = List.copyOf(bins);
    }
}
