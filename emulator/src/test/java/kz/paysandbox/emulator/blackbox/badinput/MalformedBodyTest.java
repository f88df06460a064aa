package kz.paysandbox.emulator.blackbox.badinput;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import kz.paysandbox.emulator.blackbox.support.Answer;
import kz.paysandbox.emulator.blackbox.support.Bank;
import kz.paysandbox.emulator.blackbox.support.Sandbox;
import kz.paysandbox.emulator.blackbox.support.TestWorld;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MalformedBodyTest {

    private static final String GOOD = "{\"DeviceToken\":\"" + Bank.DEVICE + "\",\"Amount\":1,\"ExternalId\":\"ы\"}";

    @RegisterExtension
    static final Sandbox SANDBOX = Sandbox.with();

    private final TestWorld world = SANDBOX.world();
    private final Bank bank = world.bank("r1");

    static Stream<byte[]> unreadable() {
        return Stream.of(
                "{\"ExternalId\":\"\u0001".getBytes(UTF_8),
                new byte[] {'{', '"', 'A', '"', ':', '"', (byte) 0xff, (byte) 0xfe, '"', '}'},
                new byte[] {'{', '"', (byte) 0xc3, '"', ':', '1', '}'},
                new byte[] {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0},
                new byte[1_000]);
    }

    static Stream<byte[]> otherEncodings() {
        return Stream.of(("\ufeff" + GOOD).getBytes(UTF_8), GOOD.getBytes(UTF_16), GOOD.getBytes(UTF_16LE));
    }

    @AfterAll
    static void the_server_is_well() {
        Calm.server(SANDBOX);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "}",
                "[]",
                "null",
                "\"text\"",
                "5",
                "{\"Amount\":}",
                "{\"Amount\":1}{}",
                "{'Amount':1}",
                "{\"Amount\":NaN}",
                "{\"Amount\":Infinity}",
                "{\"Amount\":01}",
                "{\"Amount\":0x10}",
                "{\"Amount\":+1}",
                "{\"Amount\":1,}",
                "{\"Amount\" 1}",
                "Amount=1&DeviceToken=2",
                "<Amount>1</Amount>"
            })
    void what_is_no_json_object_is_a_malformed_request(String body) {
        refused(bank.post("qr/create", body));
    }

    @ParameterizedTest
    @MethodSource("unreadable")
    void bytes_that_are_no_text_are_a_malformed_request(byte[] body) {
        refused(bank.post("qr/create", body));
    }

    @ParameterizedTest
    @MethodSource("otherEncodings")
    void json_in_another_encoding_of_unicode_is_understood(byte[] body) {
        assertThat(bank.post("qr/create", body).code()).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 30_000})
    void deep_nesting_is_a_malformed_request(int depth) {
        refused(bank.post("qr/create", "[".repeat(depth)));
        refused(bank.post("qr/create", "{\"a\":".repeat(depth / 3)));
        refused(bank.post("qr/create", "{\"ExternalId\":" + "[".repeat(depth) + "]".repeat(depth) + "}"));
    }

    @Test
    void a_thousand_fields_are_a_malformed_request() {
        refused(bank.post("qr/create", "{" + "\"a\":1,".repeat(200) + "\"b\":" + "1}"));
        String many = Stream.iterate(0, number -> number + 1)
                .limit(1_000)
                .map(number -> "\"f" + number + "\":1")
                .reduce((first, second) -> first + "," + second)
                .orElse("");
        refused(bank.post("qr/create", "{" + many + "}"));
    }

    @Test
    void a_field_named_twice_counts_as_it_was_last_written() {
        long payment = bank.post("qr/create", "{\"Amount\":1,\"DeviceToken\":\"" + Bank.DEVICE + "\",\"Amount\":2}")
                .data()
                .path("QrPaymentId")
                .asLong();

        assertThat(world.control()
                        .get("/payments/" + payment)
                        .json()
                        .path("amount")
                        .intValue())
                .isEqualTo(2);
    }

    private void refused(Answer answer) {
        Calm.answer(answer.body());
        assertThat(answer.expect(400).code()).isEqualTo(-400);
        assertThat(answer.message()).startsWith("Некорректный запрос");
        assertThat(world.control().get("/payments").json()).isEmpty();
    }
}
