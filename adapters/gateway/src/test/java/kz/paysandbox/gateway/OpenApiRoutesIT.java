package kz.paysandbox.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class OpenApiRoutesIT {
    @Test
    void check_37_every_route_is_in_the_document_and_the_reverse() {
        try (GatewayFixture fixture = GatewayFixture.on(TestDatabase.H2)) {
            Set<String> routes = new TreeSet<>();
            fixture.gateway().routes().forEach(route -> routes.add(route.method() + " " + route.path()));
            assertThat(routes).isEqualTo(OpenApi.document().operations());
            HttpAnswer served = fixture.get("/openapi.yaml", "");
            assertThat(served.status()).isEqualTo(200);
            assertThat(served.body()).startsWith("openapi: 3.1.0");
        }
    }
}
