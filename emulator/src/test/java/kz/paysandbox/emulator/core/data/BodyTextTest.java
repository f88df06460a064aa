package kz.paysandbox.emulator.core.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BodyTextTest {

    private static final String TYPE = "application/json";
    private static final String TEXT = "{\"Comment\":\"Чай\"}";

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16BE", "UTF-16LE", "UTF-32BE", "UTF-32LE"})
    void a_unicode_encoding_is_known_by_its_bytes(String charset) {
        BodyText plain = read(TYPE, TEXT, charset);
        assertThat(plain).isEqualTo(new BodyText(TEXT, charset, false));
        BodyText marked = read(TYPE, "\uFEFF" + TEXT, charset);
        assertThat(marked).isEqualTo(new BodyText(TEXT, charset, !charset.startsWith("UTF-32")));
    }

    @ParameterizedTest
    @CsvSource({
        "application/json, windows-1251",
        "application/json; charset=utf-8, windows-1251",
        "application/json; charset=nothing-known, windows-1251",
        "application/json; charset=windows-1251, windows-1251",
        "application/json; Charset = \"KOI8-R\", KOI8-R",
        "'', windows-1251"
    })
    void what_is_no_utf_8_is_in_the_charset_that_is_named_else_cyrillic(String type, String charset) {
        BodyText read = read(type, TEXT, charset);
        assertThat(read.text()).isEqualTo(TEXT);
        assertThat(read.encoding()).isEqualToIgnoringCase(charset);
        assertThat(read.marked()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "12", "{}", "[1]"})
    void short_bodies_are_utf_8(String text) {
        assertThat(read(TYPE, text, "UTF-8")).isEqualTo(new BodyText(text, "UTF-8", false));
    }

    @Test
    void short_wide_bodies_are_wide() {
        assertThat(BodyText.of(TYPE, Bytes.wrap(new byte[] {0, '1'})).encoding())
                .isEqualTo("UTF-16BE");
        assertThat(BodyText.of(TYPE, Bytes.wrap(new byte[] {'1', 0})).encoding())
                .isEqualTo("UTF-16LE");
        assertThat(BodyText.of(TYPE, Bytes.wrap(new byte[] {0, 0, 0, '1'})).text())
                .isEqualTo("1");
        assertThat(BodyText.of(TYPE, Bytes.wrap(new byte[] {'1', 0, 0, 0})).text())
                .isEqualTo("1");
    }

    @ParameterizedTest
    @CsvSource({
        "application/json, UTF-8, 200, ''",
        "application/json; charset=utf-8, UTF-8, Чай, ''",
        "application/json; charset=UTF8, UTF-8, 200, ''",
        "application/json; charset=koi8-r, UTF-8, 200, Content-Type says charset=koi8-r",
        "application/json; charset=koi8-r, UTF-8, Чай, Content-Type says charset=koi8-r",
        "application/json, windows-1251, Чай, the body is not UTF-8; read as windows-1251 it is text",
        "application/json; charset=KOI8-R, KOI8-R, Чай, the body is not UTF-8; read as KOI8-R it is text",
        "application/json, UTF-16LE, 200, the body is UTF-16LE"
    })
    void an_oddity_says_in_what_a_body_is_not_plain_utf_8(String type, String charset, String text, String oddity) {
        assertThat(BodyText.oddity(type, bytes(text, charset)).orElse("")).isEqualTo(oddity);
    }

    @Test
    void a_byte_order_mark_is_an_oddity() {
        assertThat(BodyText.oddity(TYPE, bytes("\uFEFF{}", "UTF-8")))
                .contains("the body begins with a byte order mark");
    }

    private static BodyText read(String type, String text, String charset) {
        return BodyText.of(type, bytes(text, charset));
    }

    private static Bytes bytes(String text, String charset) {
        return text.isEmpty() ? Bytes.NONE : Bytes.wrap(text.getBytes(Charset.forName(charset)));
    }

    @Test
    void bytes_that_are_no_text_at_all_are_still_read() {
        byte[] bytes = {(byte) 0x98, '1'};
        assertThat(BodyText.of("a/b; charset=US-ASCII", Bytes.wrap(bytes)).text())
                .isEqualTo(new String(bytes, StandardCharsets.US_ASCII));
    }
}
