package kz.paysandbox.emulator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nothing of the page and of the stream of events is loaded before somebody asks for them. */
class LazyPageTest {

    private static final List<String> LATE =
            List.of("emulator.page.PageFile ", "emulator.page.PageFiles ", "control.events.WorldEvents ");

    @TempDir
    private Path folder;

    @Test
    void it_is_loaded_by_the_first_request() throws IOException, InterruptedException {
        try (LoggedStart sandbox = LoggedStart.in(folder)) {
            assertThat(sandbox.loaded())
                    .contains("emulator.page.PageEndpoints ")
                    .doesNotContain(LATE)
                    .doesNotContain("control.OpenApiDocument ");

            String address = "http://127.0.0.1:" + sandbox.port("control");
            URI.create(address + "/").toURL().openStream().close();
            try (InputStream events =
                    URI.create(address + "/__sandbox/events").toURL().openStream()) {
                assertThat(events.read()).isPositive();
            }
            assertThat(sandbox.loaded()).contains(LATE);
        }
    }
}
