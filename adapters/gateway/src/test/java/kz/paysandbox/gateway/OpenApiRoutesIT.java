package kz.paysandbox.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OpenApiRoutesIT {
    @ParameterizedTest
    @EnumSource
    void check_37_every_route_is_in_the_document_and_the_reverse(TestDatabase database) {
        try (GatewayFixture fixture = GatewayFixture.on(database)) {
            Set<String> routes = new TreeSet<>();
            fixture.gateway().routes().forEach(route -> routes.add(route.method() + " " + route.path()));
            assertThat(routes).isEqualTo(OpenApi.document().operations());
            HttpAnswer served = fixture.get("/openapi.yaml", "");
            assertThat(served.status()).isEqualTo(200);
            assertThat(served.body()).startsWith("openapi: 3.1.0");
        }
    }
}
