package kz.paysandbox.emulator.http.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.paysandbox.emulator.http.Endpoint;
import kz.paysandbox.emulator.http.Method;
import kz.paysandbox.emulator.http.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RowPathsTest {

    private final RowPaths paths = new RowPaths(List.of(
            row("ping", Method.GET, "/health/ping"),
            row("status", Method.GET, "/payment/status/{id}"),
            row("known", Method.GET, "/payment/status/known"),
            row("cancel", Method.POST, "/payment/{id}/cancel/{reason}")));

    @Test
    void a_path_without_parameters_is_found() {
        assertThat(paths.find("GET", "/health/ping")).contains(match("ping", Map.of()));
    }

    @Test
    void a_parameter_is_what_stands_in_its_place() {
        assertThat(paths.find("GET", "/payment/status/12800000001"))
                .contains(match("status", Map.of("id", "12800000001")));
        assertThat(paths.find("POST", "/payment/a-1/cancel/too.late"))
                .contains(match("cancel", Map.of("id", "a-1", "reason", "too.late")));
    }

    @Test
    void the_first_row_that_fits_is_taken() {
        assertThat(paths.find("GET", "/payment/status/known")).contains(match("status", Map.of("id", "known")));
    }

    @Test
    void another_method_is_not_found() {
        assertThat(paths.find("HEAD", "/health/ping")).isEmpty();
        assertThat(paths.find("POST", "/health/ping")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "*",
                "/",
                "/health",
                "/Health/ping",
                "/health/ping/",
                "//health/ping",
                "/health//ping",
                "/payment/status/",
                "/payment/status/.",
                "/payment/status/..",
                "/payment/status/.1",
                "/payment/status/%31",
                "/payment/status/1;x=y",
                "/payment/status/1 ",
                "/payment/status/\u0661",
                "/payment/status/1/2"
            })
    void what_is_not_written_plainly_is_left_to_others(String path) {
        assertThat(paths.find("GET", path)).isEmpty();
    }

    private static Endpoint row(String id, Method method, String path) {
        return new Endpoint(id, "", method, path, call -> Reply.empty(204));
    }

    private Optional<RowPaths.Match> found(String id) {
        return List.of(
                        paths.find("GET", "/health/ping"),
                        paths.find("GET", "/payment/status/1"),
                        paths.find("POST", "/payment/1/cancel/1"))
                .stream()
                .flatMap(Optional::stream)
                .filter(match -> match.endpoint().id().equals(id))
                .findFirst();
    }

    private RowPaths.Match match(String id, Map<String, String> parameters) {
        return new RowPaths.Match(found(id).orElseThrow().endpoint(), parameters);
    }
}
