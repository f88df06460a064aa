package kz.paysandbox.emulator.http.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import org.junit.jupiter.api.Test;

class PreloadTest {

    @Test
    void a_server_that_listens_nowhere_starts_and_leaves_no_thread() {
        int before = serverThreads();
        assertThatCode(Preload::startNowhere).doesNotThrowAnyException();
        assertThat(serverThreads()).isEqualTo(before);
    }

    /** Of Jetty, by the names that it gives them where nobody else does. */
    private static int serverThreads() {
        return (int) Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().matches("(qtp|JettyServerThreadPool).*"))
                .count();
    }
}
