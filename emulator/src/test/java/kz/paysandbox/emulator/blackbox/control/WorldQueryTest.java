package kz.paysandbox.emulator.blackbox.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import kz.paysandbox.emulator.blackbox.support.Answer;
import kz.paysandbox.emulator.blackbox.support.Http;
import kz.paysandbox.emulator.blackbox.support.Sandbox;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What cannot send a header, as an image or a download in a browser, names its world in the query. */
class WorldQueryTest {

    @RegisterExtension
    static final Sandbox SANDBOX = Sandbox.with();

    @Test
    void a_call_that_reads_takes_the_world_from_its_query() {
        String name = SANDBOX.world().name();

        assertThat(get("/world?world=" + name).json().path("name").asText()).isEqualTo(name);
        assertThat(get("/payments?limit=5&world=" + name).status()).isEqualTo(200);
    }

    @Test
    void one_that_there_is_not_is_refused() {
        assertThat(get("/world?world=nobody").expect(404).json().path("type").asText())
                .isEqualTo("urn:kzpay-sandbox:unknown-world");
    }

    @Test
    void the_header_and_the_query_may_not_name_two_worlds() {
        String name = SANDBOX.world().name();

        assertThat(SANDBOX.control()
                        .send("GET", "/world?world=main", Map.of("X-Sandbox-World", name), "")
                        .status())
                .isEqualTo(400);
        assertThat(SANDBOX.control()
                        .send("GET", "/world?world=" + name, Map.of("X-Sandbox-World", name), "")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void what_changes_something_names_its_world_in_the_header_alone() {
        assertThat(SANDBOX.control()
                        .post("/faults?world=main", "{}")
                        .expect(400)
                        .body())
                .contains("query parameters");
    }

    private static Answer get(String path) {
        return Http.plain(SANDBOX.port("control")).send("GET", "/__sandbox" + path, Map.of(), Optional.empty());
    }
}
