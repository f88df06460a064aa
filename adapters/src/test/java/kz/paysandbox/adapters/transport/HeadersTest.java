package kz.paysandbox.adapters.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import kz.paysandbox.adapters.epay.EpayClient;
import kz.paysandbox.adapters.epay.EpaySettings;
import kz.paysandbox.adapters.epay.payment.ClientCredentials;
import kz.paysandbox.adapters.epay.payment.InvoiceId;
import kz.paysandbox.adapters.error.ConnectionFailed;
import kz.paysandbox.adapters.error.Effect;
import kz.paysandbox.adapters.error.PaymentException;
import kz.paysandbox.adapters.kaspi.KaspiR1;
import kz.paysandbox.adapters.kaspi.KaspiSettings;
import kz.paysandbox.adapters.kaspi.payment.ApiKey;
import kz.paysandbox.adapters.transport.jdk.JdkTransport;
import org.junit.jupiter.api.Test;

/** Headers of callers and listeners beside the clients' own, and what happens where no connection can be prepared. */
class HeadersTest {
    private static final Map<String, String> FOREIGN = Map.of(
            "api-key", "another", "ACCEPT", "text/html", "AUTHORIZATION", "none", "x-trace", "1", "content-TYPE", "x");

    private final ScriptedBank bank = new ScriptedBank();
    private final HttpSettings plain =
            HttpSettings.standard(TestSurroundings.create().surroundings());

    @Test
    void names_are_compared_without_case_and_the_second_map_wins() {
        assertThat(Headers.merged(Map.of("Accept", "a", "X", "1"), Map.of("accept", "b")))
                .containsOnly(Map.entry("accept", "b"), Map.entry("X", "1"));
        assertThat(Headers.merged(Map.of(), Map.of("A", "b"))).containsOnly(Map.entry("A", "b"));
        assertThat(Headers.merged(Map.of("A", "b"), Map.of())).containsOnly(Map.entry("A", "b"));
    }

    @Test
    void a_clients_own_headers_win_in_whatever_case_a_setting_or_listener_spells_them() {
        CallListener listener = new CallListener() {
            @Override
            public void ended(Call call) {}

            @Override
            public Map<String, String> beforeSend(Attempt attempt) {
                return FOREIGN;
            }
        };
        for (HttpSettings http : new HttpSettings[] {plain.withHeaders(FOREIGN), plain.withListener(listener)}) {
            bank.answers("{\"StatusCode\":0,\"Data\":{\"Status\":\"Wait\"}}");
            KaspiR1.of(
                            KaspiSettings.over(URI.create("https://bank.example"), http, http.over(bank)),
                            ApiKey.of("0123456789abcdef0123456789abcdef"))
                    .status(15);
            assertThat(bank.last().headers())
                    .containsEntry("Api-Key", "0123456789abcdef0123456789abcdef")
                    .containsEntry("Accept", "application/json")
                    .containsEntry("x-trace", "1")
                    .doesNotContainKeys("api-key", "ACCEPT");
            bank.answers("{\"access_token\":\"t\",\"expires_in\":7200}")
                    .answers("{\"resultCode\":\"102\",\"resultMessage\":\"none\"}");
            URI host = URI.create("https://bank.example");
            EpayClient.of(EpaySettings.over(
                            new EpaySettings.Hosts(host, host, host),
                            new ClientCredentials("test", "secret", "terminal"),
                            http,
                            http.over(bank)))
                    .status(InvoiceId.of("205218074"));
            assertThat(bank.last().headers())
                    .containsEntry("Authorization", "Bearer t")
                    .doesNotContainKeys("AUTHORIZATION", "ACCEPT");
        }
    }

    @Test
    void a_header_of_one_call_replaces_that_of_the_settings_in_another_case() {
        HttpSettings both = plain.withHeaders(Map.of("X-Trace", "1")).with(RequestOptions.header("x-trace", "2"));
        assertThat(both.headers()).containsOnly(Map.entry("x-trace", "2"));
        assertThat(RequestOptions.header("A", "1").withHeader("a", "2").headers())
                .containsOnly(Map.entry("a", "2"));
    }

    @Test
    void a_tls_context_that_cannot_be_made_is_a_failure_before_sending() {
        JdkTransport transport = JdkTransport.of(
                () -> {
                    throw new IllegalStateException("the key store is on fire");
                },
                plain);
        ApiRequest request = new ApiRequest(
                "r3 payment return",
                "id",
                "POST",
                URI.create("https://bank.example/"),
                Map.of(),
                Optional.of(new byte[1]),
                plain.deadline(),
                Repeat.NEVER);
        assertThatThrownBy(() -> transport.send(request))
                .isInstanceOf(ConnectionFailed.class)
                .hasMessageContaining("the key store is on fire")
                .matches(failure -> ((PaymentException) failure).effect() == Effect.NONE);
        assertThat(transport.sendAsync(request)).isCompletedExceptionally();
        transport.close();
    }
}
