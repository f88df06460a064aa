package kz.paysandbox.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class VerifyTextsTest {
    private static final Locale ENGLISH = Locale.ENGLISH;
    private static final Locale RUSSIAN = Locale.forLanguageTag("ru");

    private static VerifyTexts asked(String args, Map<String, String> environment, Locale own) {
        return VerifyTexts.asked(args.isEmpty() ? new String[0] : args.split(" "), environment, own);
    }

    private static boolean russian(VerifyTexts texts) {
        return texts.say("nothing").startsWith("Ничего");
    }

    @ParameterizedTest
    @CsvSource({"--lang ru, true", "--lang=ru, true", "--tags x --lang en, false"})
    void the_option_goes_before_all(String args, boolean russian) {
        assertThat(russian(asked(args, Map.of("SANDBOX_LANG", russian ? "en" : "ru"), ENGLISH)))
                .isEqualTo(russian);
    }

    @Test
    void the_variable_goes_before_the_locale_and_c_is_english() {
        assertThat(russian(asked("", Map.of("SANDBOX_LANG", "ru", "LANG", "en_US.UTF-8"), ENGLISH)))
                .isTrue();
        assertThat(russian(asked("", Map.of("LANG", "ru_RU.UTF-8"), ENGLISH))).isTrue();
        assertThat(russian(asked("", Map.of("LC_ALL", "C", "LANG", "ru_RU.UTF-8"), RUSSIAN)))
                .isFalse();
        assertThat(russian(asked("", Map.of(), RUSSIAN))).isTrue();
        assertThat(russian(asked("", Map.of(), ENGLISH))).isFalse();
    }

    @Test
    void another_language_is_refused() {
        assertThatThrownBy(() -> asked("--lang de", Map.of(), ENGLISH))
                .hasMessage("SANDBOX_LANG and --lang are ru or en, not 'de'");
        assertThatThrownBy(() -> asked("--lang=", Map.of(), ENGLISH)).hasMessageEndingWith("not ''");
        assertThatThrownBy(() -> asked("", Map.of("SANDBOX_LANG", "de"), ENGLISH))
                .hasMessageEndingWith("not 'de'");
        assertThat(russian(asked("--lang RU", Map.of("SANDBOX_LANG", "de"), ENGLISH)))
                .isTrue();
        assertThat(Verify.run("--lang", "de")).isEqualTo(CommandLine.ExitCode.USAGE);
    }

    @ParameterizedTest
    @CsvSource({
        "verify --tags x, --tags x",
        "--lang ru verify --tags x, --lang ru --tags x",
        "--lang=ru verify, --lang=ru",
        "--tags verify, --tags verify",
        "verify verify, verify"
    })
    void the_name_of_the_command_is_no_argument(String given, String left) {
        assertThat(Verify.withoutName(given.split(" "))).containsExactly(left.split(" "));
    }

    @Test
    void parts_stand_where_they_belong() {
        assertThat(asked("--lang en", Map.of(), ENGLISH).say("total", "emulator", "raw", 1190, 0, 147, 1L))
                .isEqualTo("emulator, driver raw: 1190 hold, 0 do not, 147 skipped (order 1)");
        assertThat(asked("--lang ru", Map.of(), ENGLISH).say("skipped", 1190, "причина"))
                .isEqualTo("пропущено 1190: причина");
    }

    @Test
    void every_text_is_there_in_russian_the_help_included() {
        VerifyTexts english = asked("--lang en", Map.of(), ENGLISH);
        VerifyTexts russian = asked("--lang ru", Map.of(), ENGLISH);
        for (String key : english.bundle().keySet()) {
            assertThat(russian.bundle().getString(key)).as(key).matches("(?s).*[А-Яа-яЁё].*");
        }
        assertThat(help(russian).lines().filter(line -> line.matches(".*[A-Za-z]{4,} [a-z]{3,} [a-z]{3,}.*")))
                .isEmpty();
    }

    private static String help(VerifyTexts texts) {
        StringWriter out = new StringWriter();
        Verify.line(Banks.all(), texts).usage(new PrintWriter(out), CommandLine.Help.Ansi.OFF);
        return out.toString();
    }
}
