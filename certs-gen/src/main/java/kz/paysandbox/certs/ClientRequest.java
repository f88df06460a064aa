package kz.paysandbox.certs;

import java.util.List;

/**
 * Whom a client certificate is for.
 *
 * @param name letters, digits, dot, dash and underscore, at most 64; becomes the common name and the file name
 * @param world the sandbox world it authenticates for
 * @param bins the organisations it may act for, 12 digits each, at least one
 */
public record ClientRequest(String name, String world, List<String> bins, KeyAlgorithm keyAlgorithm) {
    /** The world that exists from the start. */
    public static final String MAIN_WORLD = "main";

    /**
     * Checks and copies.
     *
     * @throws IllegalArgumentException when a component breaks its rule; the message says which
     */
    public ClientRequest {
        Rules.requireName(name);
        Rules.requireWorld(world);
        bins = Rules.requireBins(bins);
    }
}
