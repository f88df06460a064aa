package kz.paysandbox.junit;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SandboxControlTest {

    private static final URI NOBODY = URI.create("http://127.0.0.1:1/__sandbox");

    @Test
    void a_sandbox_that_has_ended_says_why() {
        assertThatThrownBy(() ->
                        control("sandbox: out of memory at a heap of 512 MB").get("/worlds"))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessage("no sandbox answers at " + NOBODY
                        + "; the last that it printed: sandbox: out of memory at a heap of 512 MB");
        assertThatThrownBy(() -> control("").in("other").get("/worlds")).hasMessage("no sandbox answers at " + NOBODY);
    }

    private static SandboxControl control(String lastWords) {
        return new SandboxControl(HttpClient.newHttpClient(), NOBODY, Optional.empty(), "main", () -> lastWords);
    }
}
