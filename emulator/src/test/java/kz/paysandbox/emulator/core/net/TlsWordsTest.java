package kz.paysandbox.emulator.core.net;

import static org.assertj.core.api.Assertions.assertThat;

import javax.net.ssl.SSLException;
import org.junit.jupiter.api.Test;

class TlsWordsTest {

    @Test
    void the_name_of_an_alert_is_left_out() {
        assertThat(TlsWords.of(new SSLException("(certificate_unknown) it expired (yesterday)")))
                .isEqualTo("it expired (yesterday)");
    }

    @Test
    void any_other_message_stays_as_it_is() {
        assertThat(TlsWords.of(new SSLException("Received fatal alert: (none)")))
                .isEqualTo("Received fatal alert: (none)");
        assertThat(TlsWords.of(new SSLException("(No cipher) in common"))).isEqualTo("(No cipher) in common");
    }
}
