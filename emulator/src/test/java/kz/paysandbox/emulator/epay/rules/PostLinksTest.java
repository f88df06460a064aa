package kz.paysandbox.emulator.epay.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostLinksTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://shop.example/post",
                "https://8.8.8.8/post",
                "https://172.32.0.1/",
                "https://localhost.shop.example/",
                "HTTPS://shop.example",
                "",
                "no address",
                "ftp://shop.example/"
            })
    void what_a_bank_could_call_and_what_is_no_address(String link) {
        assertThat(PostLinks.obstacle(link)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://localhost:3000/",
                "https://127.0.0.1/",
                "https://10.1.2.3/",
                "https://172.31.255.255/",
                "https://192.168.0.2:8443/",
                "https://169.254.1.1/",
                "https://[::1]/",
                "https://[fd00::1]/",
                "https://shop/",
                "https://shop.local/",
                "https://host.docker.internal/",
                "https://app.localhost/"
            })
    void hosts_of_this_machine_or_of_a_private_network(String link) {
        assertThat(PostLinks.obstacle(link)).contains("names a host of this machine or of a private network");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://shop.example/post", "http://8.8.8.8/"})
    void plain_http(String link) {
        assertThat(PostLinks.obstacle(link)).contains("is plain http");
    }
}
