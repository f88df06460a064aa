package kz.paysandbox.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Test classes as a user writes them; nested, so that only the test kit runs them. */
final class Cases {

    private Cases() {}

    @Sandbox(clock = "now")
    static class Isolated {
        @RepeatedTest(50)
        void the_only_payment_is_its_own(SandboxWorld world) throws IOException, InterruptedException {
            assertThat(world.control().get("/payments")).isEqualTo("[]");
            Calls.createQr(world, "/qr/create");
            assertThat(world.control().read("/payments").items()).hasSize(1);
            assertThat(world.journal().entries()).hasSize(1);
        }
    }

    static class Registered {
        @RegisterExtension
        private final SandboxExtension sandbox = new SandboxExtension().failOnUnmatched();

        @Test
        void it_has_a_world(SandboxWorld world) {
            assertThat(world.apiKey()).startsWith("test_");
            assertThat(world.bin()).hasSize(12);
        }
    }

    @Sandbox(scenario = "customer-declines")
    static class WithScenario {
        @Test
        void the_scenario_has_begun(SandboxWorld world) {
            assertThat(world.control().read("/customer").at("mode").text()).isEqualTo("declines");
        }
    }

    @Sandbox(seed = 5, level = "lenient")
    static class Around {
        @Test
        @Sandbox(seed = 6)
        void the_method_s_own(SandboxWorld world) {
            assertThat(world.seed()).isEqualTo(6);
        }

        @Nested
        class Inside {
            @Test
            void that_of_the_class_around(SandboxWorld world) {
                assertThat(world.seed()).isEqualTo(5);
                assertThat(world.control()
                                .read("/world")
                                .at("findings")
                                .at("on")
                                .isTrue())
                        .isFalse();
            }
        }
    }

    static class OnMethodOnly {
        @Test
        @Sandbox(seed = 8)
        void the_class_has_none(SandboxWorld world) {
            assertThat(world.seed()).isEqualTo(8);
        }

        @Test
        void another_test_needs_no_world() {
            assertThat(OnMethodOnly.class.isAnnotationPresent(Sandbox.class)).isFalse();
        }
    }

    @Sandbox(settings = "levle=strict")
    static class MistypedSetting {
        @Test
        void has_no_world(SandboxWorld world) {
            throw new AssertionError("never reached in " + world.name());
        }
    }

    @Sandbox(seed = 77)
    static class Failing {
        @Test
        void failing_test(SandboxWorld world) throws IOException, InterruptedException {
            Calls.createQr(world, "/qr/create");
            throw new AssertionError("on purpose");
        }
    }

    @Sandbox(failOnUnmatched = true)
    static class Unmatched {
        @Test
        void asks_for_what_is_not_there(SandboxWorld world) throws IOException, InterruptedException {
            Calls.createQr(world, "/qr/creat");
        }
    }

    @Sandbox(failOnFindings = true)
    static class Careless {
        @Test
        void sends_no_request_id(SandboxWorld world) throws IOException, InterruptedException {
            Calls.createQr(world, "/qr/create");
        }
    }

    @Sandbox(
            failOnFindings = true,
            accept = {"kaspi.request-id.missing", "kaspi.content-type"})
    static class Accepted {
        @Test
        void sends_no_request_id_and_is_known_to(SandboxWorld world) throws IOException, InterruptedException {
            Calls.createQr(world, "/qr/create");
            assertThat(world.journal().findings()).isNotEmpty();
        }
    }

    @Sandbox(seed = 78)
    static class Unverified {
        @Test
        void wants_what_was_not_asked(SandboxWorld world) throws IOException, InterruptedException {
            Calls.createQr(world, "/qr/create");
            world.journal().verify(Map.of("endpoint", "r1 qr create"), 1);
            world.journal()
                    .verify(
                            Map.of(
                                    "endpoint",
                                    "r1 qr create",
                                    "body",
                                    Map.of("Amount", "200", "DeviceToken", "2be4cc91-0000-4000-8000-000000000000")),
                            1);
        }
    }

    @Sandbox(
            failOnUnmatched = true,
            settings = {"limits.journal=0"})
    static class UnmatchedWithoutJournal {
        @Test
        void asks_for_what_nobody_wrote_down(SandboxWorld world) throws IOException, InterruptedException {
            Calls.createQr(world, "/qr/create");
        }
    }

    @Sandbox(
            failOnFindings = true,
            settings = {"limits.findings=0"})
    static class CarelessWithoutFindings {
        @Test
        void sends_no_request_id(SandboxWorld world) throws IOException, InterruptedException {
            Calls.createQr(world, "/qr/create");
        }
    }

    @Sandbox(
            failOnFindings = true,
            settings = {"level=lenient"})
    static class CarelessAndLenient {
        @Test
        void sends_no_request_id(SandboxWorld world) throws IOException, InterruptedException {
            Calls.createQr(world, "/qr/create");
        }
    }

    @Sandbox(failOnUnmatched = true)
    static class UnmatchedAfterMany {
        @Test
        void asks_for_what_is_not_there_at_last(SandboxWorld world) throws IOException, InterruptedException {
            HttpClient client = HttpClient.newBuilder()
                    .sslContext(world.sslContextWithoutCertificate())
                    .version(HttpClient.Version.HTTP_1_1)
                    .build();
            for (int asked = 0; asked < 1_050; asked++) {
                HttpRequest ping = HttpRequest.newBuilder(URI.create(world.kaspiR1() + "/health/ping"))
                        .header("Api-Key", world.apiKey())
                        .build();
                client.send(ping, BodyHandlers.discarding());
            }
            Calls.createQr(world, "/qr/creat");
            assertThat(world.journal().entries()).hasSize(1_051);
        }
    }
}
