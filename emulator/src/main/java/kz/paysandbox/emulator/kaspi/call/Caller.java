package kz.paysandbox.emulator.kaspi.call;

import java.util.List;

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
