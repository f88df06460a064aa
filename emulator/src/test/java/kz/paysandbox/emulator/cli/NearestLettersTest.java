package kz.paysandbox.emulator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Code pages of consoles: 866 is that of Windows in Russian, 1251 that of its programs. */
class NearestLettersTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            value = {
                "IBM866 ¦ \"нет\" - не число...",
                "windows-1251 ¦ «нет» — не число…",
                "UTF-8 ¦ «нет» — не число…",
            })
    void signs_that_a_console_lacks_are_written_by_others(String name, String printed) {
        Charset charset = Charset.forName(name);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintWriter out = StandardStream.writer(bytes, charset);
        out.print("«нет» ");
        out.print('—');
        out.println(" не число…");
        assertThat(bytes.toString(charset).strip()).isEqualTo(printed);
    }
}
