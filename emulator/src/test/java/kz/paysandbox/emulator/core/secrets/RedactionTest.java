package kz.paysandbox.emulator.core.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalTime;
import java.util.Map;
import kz.paysandbox.emulator.core.journal.Pseudonyms;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionTest {

    private final Redaction shown = new Redaction(new Pseudonyms());

    @ParameterizedTest
    @CsvSource({
        "DeviceToken, device#1",
        "Api-Key, key#1",
        "%41pi-Key, key#1",
        "%2541pi-Key, key#1",
        "X-Auth-Token, token#1",
        "Authorization, token#1",
        "access_token, token#1",
        "auth.access_token, token#1",
        "refresh_token, token#1",
        "client_secret, secret#1",
        "client_secret[], secret#1",
        "clientSecret, secret#1",
        "' client_secret ', secret#1",
        "secret_hash, secret#1",
        "password, secret#1",
        "QrToken, qr#1",
        "PaymentLink, link#1",
        "phone, phone#1",
        "Phone%4eumber, phone#1",
        "cryptogram, cryptogram#1",
        "hpan, card#1",
        "cvv2, cvc#1",
        "Amount, s",
        "token_type, s",
        "X-Request-ID, s"
    })
    void secrets_are_replaced_and_other_fields_are_not(String name, String value) {
        assertThat(shown.field(name, "s")).isEqualTo(value);
    }

    @Test
    void nothing_has_no_name() {
        assertThat(shown.field("DeviceToken", "")).isEmpty();
    }

    @Test
    void a_token_can_be_followed_from_its_answer_to_the_header_and_the_cookie() {
        assertThat(shown.body("{\"access_token\":\"ABC_1234\",\"expires_in\":1200,\"token_type\":\"Bearer\"}"))
                .isEqualTo("{\"access_token\":\"token#1\",\"expires_in\":1200,\"token_type\":\"Bearer\"}");
        assertThat(shown.field("Authorization", "Bearer ABC_1234")).isEqualTo("Bearer token#1");
        assertThat(shown.field("X-Whatever", "Bearer ABC_1234")).isEqualTo("Bearer token#1");
        assertThat(shown.field("Cookie", "lang=ru; access_token=ABC_1234"))
                .isEqualTo("lang=cookie#1; access_token=token#1");
    }

    @Test
    void strings_and_numbers_of_json_are_replaced_where_they_stand() {
        assertThat(shown.body("{\"Data\":{\"DeviceToken\": \"2be4\",\"Amount\":200.00},\"StatusCode\":0}"))
                .isEqualTo("{\"Data\":{\"DeviceToken\": \"device#1\",\"Amount\":200.00},\"StatusCode\":0}");
        assertThat(shown.body("{\"deviceToken\":321}")).isEqualTo("{\"deviceToken\":\"device#2\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"client_secret\":\"planted-1\"}",
                "{\"client_s\\u0065cret\":\"planted-1\"}",
                "{\"client%5Fsecret\":\"planted-1\"}",
                "{\"client_secret\" \n : \"planted-1\"}",
                "{\"client_secret\":[\"planted-1\",{\"x\":\"planted-1\"}]}",
                "[[{\"a\":{\"client_secret\":\"planted-1\"}}]]",
                "{\"a\":\"{\\\"client_secret\\\":\\\"planted-1\\\"}\"}",
                "{\"a\":\"client_secret=planted-1\"}",
                "{\"a\":\"https://x.example/?a=b&client_secret=planted-1#c\"}",
                "{\"client_secret\":\"planted-1",
                "{\"client_secret\":planted-1}",
                "{client_secret:'planted-1'}",
                "{\"client_secret\":\"a\\\"planted-1\"}",
                "\uFEFF{\"client_secret\":\"planted-1\"}",
                "x{\"client_secret\":\"a planted-1\"}",
                "client_secret=planted-1",
                "client%5Fsecret=planted-1",
                "client_secret=%70lanted-1",
                " client_secret=planted-1",
                "\nclient_secret=planted-1",
                "&client_secret=planted-1",
                "a=b&client_secret=x;planted-1",
                "a=b&client_secret=<planted-1>",
                "payment=%7B%22auth%22%3A%7B%22access_token%22%3A%22planted-1%22%7D%7D",
                "payment={\"auth\":\"planted-1\"}",
                "a=client_secret%3Dplanted-1",
                "a=client%255Fsecret%3Dplanted-1",
                "c\0l\0i\0e\0n\0t\0_\0s\0e\0c\0r\0e\0t\0=\0p\0l\0a\0n\0t\0e\0d\0-\0001\0",
                "<client_secret>planted-1</client_secret>",
                "<input type=\"hidden\" name=\"PaRes\" value=\"a planted-1\">",
                "Authorization: Bearer planted-1",
                "https://user:planted-1@shop.example/",
                "client_secret: planted-1",
                "client_secret: \"a planted-1\"",
                "client_secret[0]=planted-1&a=b",
                "a=b&x[client_secret][12]=planted-1",
                "--XX\r\nContent-Disposition: form-data; name=\"client_secret\"\r\n\r\nplanted-1\r\n--XX--\r\n",
                "\r\n--XX\nContent-Type: text/plain\nContent-Disposition: form-data; name=client_secret\n\nplanted-1\n--XX--",
                "--XX\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n{\"client_secret\":\"planted-1\"}\r\n--XX--",
                "--XX\r\nContent-Disposition: form-data; name=\"client_secret\"\r\n\r\nplanted-1",
                "<client_secret type=\"text\">planted-1</client_secret>",
                "<client_secret><![CDATA[planted-1]]></client_secret>",
                "{\"client_secret\"=\"planted-1\"}",
                "{\"client_secret\" => \"planted-1\"}",
                "{\"client_secret\"/*:*/:/*\"*/\"planted-1\"}",
                "{\"client_secret\": // \"\n\"planted-1\"}",
                "[{\"name\":\"client_secret\",\"value\":\"planted-1\"}]"
            })
    void a_secret_is_found_wherever_a_receiver_would_read_it(String body) {
        assertThat(Escapes.percentDecoded(shown.body(body)))
                .doesNotContain("planted-1")
                .contains("#1");
    }

    @Test
    void any_blanks_before_a_name_are_no_part_of_it() {
        for (String blank : new String[] {" ", "\n"}) {
            assertThat(shown.body(blank.repeat(2_000) + "client_secret=planted-1&a=b"))
                    .endsWith("client_secret=secret#1&a=b");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "4405639704015096",
                "number is 4405 6397 0401 5096.",
                "4405  6397  0401  5096",
                "4405-6397-0401-5096",
                "4405 - 6397 - 0401 - 5096",
                "4405.6397/0401_5096",
                "x4405639704015096y",
                "=4405639704015096=",
                "12 4405639704015096 7",
                "4 4 0 5 6 3 9 7 0 4 0 1 5 0 9 6",
                "44:05:63:97:04:01:50:96",
                "4405:6397:0401:5096",
                "{\"a\":4405639704015096}",
                "{\"a\":\"4405\\u00206397\\u00200401\\u00205096\"}",
                "{\"a\":[4405,6397,0401,5096]}",
                "a=4405%206397%200401%205096",
                "a=4405+6397+0401+5096",
                "a=%34%34%30%35639704015096",
                "4405639704015096=a",
                "{\"4405639704015096\":1}"
            })
    void a_card_number_is_found_in_any_form(String text) {
        for (String found : new String[] {shown.body(text), new Redaction(new KeptStandIns()).body(text)}) {
            assertThat(found.replaceAll("[^0-9a-z]", "")).contains("44055096").doesNotContain("6397", "0401");
        }
    }

    @Test
    void no_time_is_taken_for_a_card_number() {
        for (int second = 0; second < 86_400; second += 7) {
            String time =
                    LocalTime.ofSecondOfDay(second).plusNanos(second * 11_574L).toString();
            String text = "27.01.2026 " + time + ",2026-11-27T" + time + "+0500 " + time + "+05:00";
            assertThat(shown.body(text)).isEqualTo(text);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"invoiceId\":\"123456789012345\",\"reference\":\"292620701662\"}",
                "67e34d63-102f-4bd1-898e-370781d0074d",
                "{\"ExpireDate\":\"2027-01-01T00:00:00.123456+05:00\",\"Amount\":5000.00}",
                "{\"a\":\"2026-11-26 23:20:11.123\"}",
                "{\"QrCode\":\"51350041123351350041123351350041123312345\"}",
                "4405639704015097",
                "a=b&c=%D0%B4&d=e f",
                "hello \"there",
                "",
                "{\"x\":\"$1\",\"y\":null,\"z\":[true,1.50]}"
            })
    void what_is_no_secret_stays(String text) {
        assertThat(shown.body(text)).isEqualTo(text);
    }

    @Test
    void a_target_keeps_its_path_and_shows_stand_ins() {
        assertThat(shown.target("/r3/v01/remote/client-info?phoneNumber=87010000001&deviceToken=321"))
                .isEqualTo("/r3/v01/remote/client-info?phoneNumber=phone#1&deviceToken=device#1");
        assertThat(shown.target("/payment/4405639704015096")).isEqualTo("/payment/4405...5096");
        assertThat(shown.target("/payment/4405%206397%200401%205096/x")).isEqualTo("/payment/4405...5096/x");
        assertThat(shown.target("/r1/v01/health/ping")).isEqualTo("/r1/v01/health/ping");
    }

    @Test
    void a_sentence_of_ours_is_left_in_peace() {
        String note = "the client sent no header Authorization: Bearer <token>";
        assertThat(shown.words(note)).isEqualTo(note);
        assertThat(shown.words("Content-Type: a; client_secret=x, card 4405639704015096"))
                .isEqualTo("Content-Type: a; client_secret=secret#1 card 4405...5096");
    }

    @Test
    void a_very_long_value_is_read_to_its_end() {
        Map.of("x".repeat(200_000), "secret#1", "\\n".repeat(100_000), "secret#2")
                .keySet()
                .forEach(value -> assertThat(shown.body("{\"password\":\"" + value + "\"}"))
                        .matches("\\{\"password\":\"secret#[12]\"}"));
    }
}
