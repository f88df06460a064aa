package kz.paysandbox.features.kaspi.wire;

import java.util.List;
import java.util.Set;
import kz.paysandbox.features.golden.Notation;
import kz.paysandbox.features.golden.Shape;

/** How the document of Kaspi Pay prints its messages. */
public final class KaspiNotation {

    private KaspiNotation() {}

    /** QR tokens, payment links; a Message that may be absent (2.1). */
    public static Notation get() {
        return new Notation(
                List.of(
                        Shape.text("TOKEN", "5\\d{40}", "5\\d{40}"),
                        Shape.text("LINK", "https://pay\\.kaspi\\.kz/pay/.*", "https://pay\\.kaspi\\.kz/pay/5\\d{40}")),
                Set.of("Message"));
    }
}
