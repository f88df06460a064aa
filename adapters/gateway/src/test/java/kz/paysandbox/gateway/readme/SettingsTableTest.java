package kz.paysandbox.gateway.readme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import kz.paysandbox.gateway.boot.GatewaySetting;
import org.junit.jupiter.api.Test;

/** The README's table of settings is that of the code; {@code -Dreadme.write=true} writes it. */
class SettingsTableTest {
    private static final Path README = Path.of("README.md");
    private static final Pattern TABLE =
            Pattern.compile("(<!-- settings: begin -->\n)(.*?)(<!-- settings: end -->)", Pattern.DOTALL);

    @Test
    void every_setting_is_in_the_readme() throws IOException {
        String text = Files.readString(README);
        if (Boolean.getBoolean("readme.write")) {
            text = TABLE.matcher(text).replaceFirst("$1" + Matcher.quoteReplacement(table()) + "$3");
            Files.writeString(README, text);
        }
        Matcher found = TABLE.matcher(text);
        assertThat(found.find()).isTrue();
        assertThat(found.group(2)).isEqualTo(table());
    }

    private static String table() {
        return Arrays.stream(GatewaySetting.values())
                .map(setting -> "| `%s` | %s | %s |\n"
                        .formatted(
                                setting.property(),
                                setting.usual().isEmpty() ? "" : "`" + setting.usual() + "`",
                                setting.meaning()))
                .collect(Collectors.joining("", "| setting | default | for |\n|---|---|---|\n", ""));
    }
}
