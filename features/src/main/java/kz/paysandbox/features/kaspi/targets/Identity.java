package kz.paysandbox.features.kaspi.targets;

import java.util.Optional;
import kz.paysandbox.features.wire.Pfx;

/** What the shop proves itself with; both are absent for a stranger. */
public record Identity(Optional<String> apiKey, Optional<Pfx> certificate) {

    public static Identity none() {
        return new Identity(Optional.empty(), Optional.empty());
    }
}
