package kz.paysandbox.emulator.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageTest {

    /** Variables, Java's language, and ours. */
    @ParameterizedTest
    @CsvSource({
        "'', en, EN",
        "'', ru, RU",
        "'', kk, EN",
        "LANG=ru_RU.UTF-8, en, RU",
        "LANG=ru, en, RU",
        "LANG=C, ru, EN",
        "LANG=POSIX, ru, EN",
        "LANG=C.UTF-8, ru, EN",
        "LANG=en_US.UTF-8, ru, EN",
        "LANG=kk_KZ.UTF-8, ru, EN",
        "LANG=en_US LC_MESSAGES=ru_RU, en, RU",
        "LC_ALL=C LC_MESSAGES=ru_RU LANG=ru_RU, en, EN",
        "LC_ALL= LANG=ru_RU, en, RU",
        "SANDBOX_LANG=RU LC_ALL=C, en, RU",
        "SANDBOX_LANG=en LC_ALL=ru_RU, ru, EN",
    })
    void the_surroundings_name_it(String variables, String java, Language language) {
        Map<String, String> environment = new TreeMap<>();
        Arrays.stream(variables.split(" ")).filter(text -> !text.isEmpty()).forEach(text -> {
            String[] parts = text.split("=", 2);
            environment.put(parts[0], parts[1]);
        });
        assertThat(Language.of(environment, Locale.forLanguageTag(java))).isEqualTo(language);
    }

    @Test
    void a_text_without_translation_stays() {
        assertThat(Language.RU.text("nobody says this")).isEqualTo("nobody says this");
        assertThat(Language.EN.translation("none")).isEmpty();
        assertThat(Language.RU).hasToString("ru");
    }
}
