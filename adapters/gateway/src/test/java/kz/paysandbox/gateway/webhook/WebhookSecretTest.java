package kz.paysandbox.gateway.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import java.net.http.HttpHeaders;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookSecretTest {
    private static final String BODY = "{\"type\":\"payment.completed\",\"text\":\"Төлем қабылданды\"}";

    /** The library judges timestamps by the machine's clock. */
    private final long now = Clock.systemUTC().instant().getEpochSecond();

    private static HttpHeaders headers(String id, long timestamp, String signature) {
        return HttpHeaders.of(
                Map.of(
                        "webhook-id", List.of(id),
                        "webhook-timestamp", List.of(Long.toString(timestamp)),
                        "webhook-signature", List.of(signature)),
                (name, value) -> true);
    }

    @Test
    void the_public_library_verifies_a_signature() throws Exception {
        String secret = WebhookSecret.make(new SecureRandom());
        String signature = WebhookSecret.of(secret).signature("msg_1", now, BODY);
        assertThatCode(() -> new Webhook(secret).verify(BODY, headers("msg_1", now, signature)))
                .doesNotThrowAnyException();
        assertThat(signature).isEqualTo(new Webhook(secret).sign("msg_1", now, BODY));
        assertThatThrownBy(() -> new Webhook(secret).verify(BODY + " ", headers("msg_1", now, signature)))
                .isInstanceOf(WebhookVerificationException.class);
        assertThatThrownBy(() -> new Webhook(secret).verify(BODY, headers("msg_2", now, signature)))
                .isInstanceOf(WebhookVerificationException.class);
    }

    @Test
    void while_secrets_rotate_either_verifies() {
        String first = WebhookSecret.make(new SecureRandom());
        String second = WebhookSecret.make(new SecureRandom());
        String both = WebhookSecret.of(second).signature("msg_1", now, BODY) + " "
                + WebhookSecret.of(first).signature("msg_1", now, BODY);
        for (String secret : List.of(first, second)) {
            assertThatCode(() -> new Webhook(secret).verify(BODY, headers("msg_1", now, both)))
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void a_secret_has_32_random_bytes_and_does_not_print_itself() {
        String secret = WebhookSecret.make(new SecureRandom());
        assertThat(secret).startsWith("whsec_");
        assertThat(Base64.getDecoder().decode(secret.substring(6))).hasSize(32);
        assertThat(WebhookSecret.make(new SecureRandom())).isNotEqualTo(secret);
        assertThat(WebhookSecret.of(secret).toString()).doesNotContain(secret.substring(6));
    }

    @ParameterizedTest
    @ValueSource(ints = {24, 32, 64})
    void secrets_of_24_to_64_bytes_are_read(int bytes) {
        assertThat(WebhookSecret.of("whsec_" + Base64.getEncoder().encodeToString(new byte[bytes])))
                .isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "whsec_",
                "whsec_%%%",
                "c2VjcmV0c2VjcmV0c2VjcmV0c2VjcmV0",
                "whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
                "whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="
            })
    void what_is_no_secret_is_refused_and_not_quoted(String text) {
        assertThatThrownBy(() -> WebhookSecret.of(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasNoCause()
                .message()
                .doesNotContain(text.isEmpty() || text.equals("whsec_") ? "%" : text);
    }
}
