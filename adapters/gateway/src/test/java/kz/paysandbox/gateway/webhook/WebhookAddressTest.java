package kz.paysandbox.gateway.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookAddressTest {
    private static boolean none(InetAddress address) {
        return false;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://shop.example",
                "https://shop.example:8443/hooks?of=kzpay",
                "https://shop.example:65535/",
                "HTTPS://shop.example/",
                "https://[2a00:1450::1]/"
            })
    void an_address_of_a_shop_is_kept(String url) {
        assertThat(WebhookAddress.problem(url, false)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "http://shop.example",
                "ftp://shop.example",
                "file:///etc/passwd",
                "shop.example",
                "//shop.example",
                "https:///path",
                "https://",
                "https:shop",
                "https://user:word@shop.example",
                "https://shop.example/#part",
                "https://sh op.example",
                "https://shop.example:port",
                "https://shop.example:99999",
                "https://shop.example:65536",
                "https://shop.example:0"
            })
    void what_is_none_is_refused(String url) {
        assertThat(WebhookAddress.problem(url, false)).isPresent();
    }

    @Test
    void an_address_has_at_most_1000_characters() {
        String longest = "https://shop.example/" + "x".repeat(979);
        assertThat(WebhookAddress.problem(longest, false)).isEmpty();
        assertThat(WebhookAddress.problem(longest + "x", false)).isPresent();
    }

    @Test
    void http_is_for_installations_that_allow_networks() {
        assertThat(WebhookAddress.problem("http://shop.internal/", true)).isEmpty();
        assertThat(WebhookAddress.problem("ftp://shop.internal/", true)).isPresent();
    }

    @Test
    void a_connection_goes_to_public_addresses_by_https_and_anyhow_to_allowed_ones() throws Exception {
        InetAddress open = InetAddress.getByName("1.1.1.1");
        InetAddress inside = InetAddress.getByName("10.0.0.7");
        assertThat(WebhookAddress.refused(open, true, WebhookAddressTest::none)).isEmpty();
        assertThat(WebhookAddress.refused(open, false, WebhookAddressTest::none))
                .contains("http goes to allowed networks only");
        assertThat(WebhookAddress.refused(inside, true, WebhookAddressTest::none))
                .contains("the host's address is not a public one");
        assertThat(WebhookAddress.refused(inside, true, inside::equals)).isEmpty();
        assertThat(WebhookAddress.refused(inside, false, inside::equals)).isEmpty();
    }
}
