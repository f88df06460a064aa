package kz.paysandbox.gateway.http.kaspi;

import java.util.List;
import java.util.stream.Stream;
import kz.paysandbox.gateway.http.route.Route;

/** The rows of families A, B and C. */
public final class KaspiRoutes {
    private KaspiRoutes() {}

    /** All of them. */
    public static List<Route> rows(KaspiDesk desk) {
        return Stream.of(new WrapperRoutes(desk).rows(), new PaymentsRoutes(desk).rows(), new ShopRoutes(desk).rows())
                .flatMap(List::stream)
                .toList();
    }
}
