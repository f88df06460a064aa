package kz.paysandbox.features.epay.targets;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where Halyk ePay is.
 *
 * @param oauth before {@code /oauth2/token}
 * @param api before {@code /payment/cryptopay}; the older hosts end in {@code /api}
 * @param widget the page's script
 * @param trust the PEM bundle of its authorities; empty for those that Java trusts
 */
public record EpayHosts(URI oauth, URI api, URI widget, Optional<Path> trust) {}
