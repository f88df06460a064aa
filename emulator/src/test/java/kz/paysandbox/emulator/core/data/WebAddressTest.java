package kz.paysandbox.emulator.core.data;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebAddressTest {

    @ParameterizedTest
    @CsvSource({
        "https://shop.example/путь?x=я, https://shop.example/%D0%BF%D1%83%D1%82%D1%8C?x=%D1%8F",
        "https://shop.example/a b?c=d e, https://shop.example/a%20b?c=d%20e",
        "https://shop.example/%D1%8F?x=%d1%8f, https://shop.example/%D1%8F?x=%d1%8f",
        "https://shop.example/100%?x={y}|[z], https://shop.example/100%25?x=%7By%7D%7C%5Bz%5D",
        "https://shop.example/?smile=😀, https://shop.example/?smile=%F0%9F%98%80",
        "https://магазин.example:8443/ok, https://xn--80aairftm.example:8443/ok",
        "HTTP://127.0.0.1:8080, HTTP://127.0.0.1:8080",
        "https://[::1]:8443/ok, https://[::1]:8443/ok",
        "http://shop_app:8080/ok, http://shop_app:8080/ok",
        "https://shop.example/#/ok#1, https://shop.example/#/ok%231"
    })
    void what_a_uri_may_not_hold_is_percent_encoded_as_utf_8(String named, String sent) {
        assertThat(WebAddress.of(named)).map(WebAddress::toString).contains(sent);
    }

    @ParameterizedTest
    @CsvSource({
        "https://shop.example/ok, https://shop.example/ok?reference=1",
        "https://shop.example/ok?, https://shop.example/ok?reference=1",
        "https://shop.example/ok?a=b, https://shop.example/ok?a=b&reference=1",
        "https://shop.example/ok?a=b&, https://shop.example/ok?a=b&reference=1",
        "https://shop.example/ok#done, https://shop.example/ok?reference=1#done",
        "https://shop.example/#/ok?a=b, https://shop.example/?reference=1#/ok?a=b",
        "https://shop.example/ok?a=b#я, https://shop.example/ok?a=b&reference=1#%D1%8F"
    })
    void a_pair_joins_the_query_before_the_fragment(String named, String sent) {
        assertThat(WebAddress.of(named).orElseThrow().with("reference=1")).hasToString(sent);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "shop.example/ok",
                "/ok",
                "//shop.example/ok",
                "https:///ok",
                "javascript:alert(1)",
                "ftp://shop.example/",
                "https://",
                "https://shop example/ok"
            })
    void anything_else_is_no_address(String named) {
        assertThat(WebAddress.of(named)).isEmpty();
    }

    @Test
    void a_line_break_cannot_end_the_header_that_holds_it() {
        assertThat(WebAddress.of("https://shop.example/ok?a=1\r\nSet-Cookie: x"))
                .map(WebAddress::toString)
                .contains("https://shop.example/ok?a=1%0D%0ASet-Cookie:%20x");
    }

    @Test
    void host_port_and_target_are_those_of_the_request() {
        WebAddress address = WebAddress.of("http://Shop_App?order=1").orElseThrow();
        assertThat(address.host()).isEqualTo("Shop_App");
        assertThat(address.port()).isEqualTo(80);
        assertThat(address.target()).isEqualTo("/?order=1");
        assertThat(WebAddress.of("https://[::1]:8443/a").orElseThrow().host()).isEqualTo("[::1]");
        assertThat(WebAddress.of("https://shop/a#b").orElseThrow().port()).isEqualTo(443);
        assertThat(WebAddress.of("https://shop:99999/")).isEmpty();
        assertThat(WebAddress.of("https://user:secret@shop/")).isEmpty();
    }
}
