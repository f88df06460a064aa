package kz.paysandbox.emulator.http.tls;

import static org.assertj.core.api.Assertions.assertThat;

import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;

class HandshakeFailureTest {

    @Test
    void the_newest_version_that_was_offered_is_read_from_whatever_wraps_it() {
        Throwable failure = new IllegalStateException(
                "outer",
                new SSLHandshakeException(
                        "Client requested protocol TLSv1.1 is not enabled or supported in server context"));

        assertThat(HandshakeFailure.oldVersion(failure)).contains("TLSv1.1");
        assertThat(HandshakeFailure.inWords(failure)).contains("1.2 is the least");
    }

    @Test
    void another_failure_says_nothing_of_versions() {
        assertThat(HandshakeFailure.oldVersion(new SSLHandshakeException("no cipher suites in common")))
                .isEmpty();
        assertThat(HandshakeFailure.oldVersion(new SSLHandshakeException(null))).isEmpty();
    }
}
