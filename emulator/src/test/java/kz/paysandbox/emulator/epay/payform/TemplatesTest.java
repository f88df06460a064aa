package kz.paysandbox.emulator.epay.payform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TemplatesTest {

    @ParameterizedTest
    @EnumSource(Language.class)
    void every_language_has_every_text(Language language) {
        assertThat(keys(language)).isEqualTo(keys(Language.RUS));
    }

    @Test
    void what_is_put_in_is_escaped_and_never_read_as_a_template() {
        String filled =
                new Templates().fragment("saved", Language.ENG, Map.of("id", "\"'><x>", "mask", "{{id}}", "type", "&"));
        assertThat(filled).contains("&quot;&#39;&gt;&lt;x&gt;", "{{id}}", "&amp;");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "data:text/html,x",
                "//shop.example",
                "/path",
                "https:shop",
                "",
                "ftp://a.b",
                "http://",
                "java\nscript:x"
            })
    void only_web_addresses_are_followed(String link) {
        assertThat(WebLink.isSafe(link)).isFalse();
        assertThat(WebLink.safe(link)).isEmpty();
    }

    @Test
    void the_shops_address_is_one() {
        assertThat(WebLink.isSafe("HTTPS://shop.example:8443/ok?a=b#c")).isTrue();
    }

    @Test
    void languages_have_many_names() {
        assertThat(Language.of("RU")).isEqualTo(Language.RUS);
        assertThat(Language.of("KZ")).isEqualTo(Language.KAZ);
        assertThat(Language.of("eng")).isEqualTo(Language.ENG);
        assertThat(Language.of("")).isEqualTo(Language.RUS);
    }

    private static Set<String> keys(Language language) {
        return new Texts()
                .keys(language).stream()
                        .filter(key -> !key.startsWith("reason."))
                        .collect(Collectors.toSet());
    }
}
