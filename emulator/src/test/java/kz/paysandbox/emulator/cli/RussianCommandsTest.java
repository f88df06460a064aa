package kz.paysandbox.emulator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kz.paysandbox.emulator.Emulator;
import kz.paysandbox.emulator.language.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** Commands speak Russian where that is asked for, and leave nothing out of their help. */
class RussianCommandsTest {

    @TempDir
    private Path home;

    /** Every line of a help has Russian words, but names, examples and the synopsis. */
    @Test
    void help_is_in_russian_throughout() {
        for (CommandLine command : commands(CommandLines.of(Language.RU)).toList()) {
            String help = command.getUsageMessage(CommandLine.Help.Ansi.OFF);
            assertThat(help).startsWith("Использование: ");
            assertThat(help.lines()
                            .dropWhile(line -> !line.isBlank() && !line.matches(".*[А-я]{3} .*"))
                            .filter(line -> line.matches(".*[a-z]{3,} [a-z]{2,} [a-z]{2,} [a-z]{2,}.*"))
                            .filter(line -> !line.matches("  \\S*(sandbox|certs|eval|source|openssl) .*")))
                    .as(help)
                    .isEmpty();
        }
    }

    @Test
    void every_text_of_a_help_has_a_translation() {
        List<String> texts = commands(CommandLines.of())
                .flatMap(command -> Stream.concat(
                        Stream.of(command.getCommandSpec().usageMessage().description()),
                        command.getCommandSpec().args().stream().flatMap(arg -> Stream.of(arg.description()))))
                .filter(text -> !text.isBlank())
                .distinct()
                .toList();
        assertThat(texts)
                .hasSizeGreaterThan(100)
                .allSatisfy(text -> assertThat(Language.RU.translation(text))
                        .as(text + " in language/ru/usage.po")
                        .isPresent());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            value = {
                "2 ¦ --lang ru ¦ sandbox: укажите, что сделать, например: sandbox up",
                "2 ¦ up --nosuch --lang ru ¦ sandbox: Неизвестный параметр: '--nosuch'",
                "2 ¦ --lang=ru payments --limit x ¦ sandbox: Неверное значение параметра '--limit': 'x' — не целое число",
                "2 ¦ clock --advance soon --lang RU ¦ sandbox: Неверное значение параметра '--advance': «soon» — не длительность",
                "2 ¦ completion tcsh --lang ru ¦ sandbox: Неверное значение SHELL: возможные значения — [BASH, ZSH, FISH], а указано 'tcsh'",
                "2 ¦ payment --lang ru ¦ Возможно, имелось в виду: sandbox payments",
                "2 ¦ payments --at nowhere --lang ru ¦ sandbox: --at: «nowhere» — не адрес управляющего API",
                "1 ¦ payments --at http://127.0.0.1:1 --lang ru ¦ sandbox: по адресу http://127.0.0.1:1/__sandbox песочница не отвечает",
                "2 ¦ up --set levl=1 --lang ru ¦ sandbox: неизвестная настройка levl (параметры команды); возможно, имелось в виду level",
                "2 ¦ scenario show nope --lang ru ¦ sandbox: `nope` — не сценарий каталога и не файл",
                "2 ¦ payments --lang fr ¦ sandbox: Invalid value for option '--lang': expected one of [EN, RU]",
                "2 ¦ payments --limit x --lang en ¦ sandbox: Invalid value for option '--limit': 'x' is not an int",
            })
    void what_is_wrong_is_said_in_russian(int code, String line, String message) {
        Terminal.Result result = Terminal.run(Terminal.words(line));
        assertThat(result.err()).contains(message);
        assertThat(result.code()).isEqualTo(code);
    }

    @Test
    void answers_of_a_running_sandbox_are_in_russian()
            throws IOException, InterruptedException, GeneralSecurityException {
        try (Emulator sandbox = Sandboxes.start(home)) {
            Sandboxes.createPayment(sandbox);
            Sandboxes.callWithoutRequestId(sandbox);
            assertThat(run("findings"))
                    .contains("correct", "нет X-Request-ID", "в каждом запросе есть заголовок X-Request-ID");
            assertThat(run("findings", "--format", "sarif")).contains("с уникальным значением; замечено: ");
            assertThat(run("findings", "--json")).contains("\"clause\" : \"2.1: every request");
            assertThat(run("readiness"))
                    .startsWith("not-known: r1")
                    .contains("с уникальным значением; запросы: ", "дважды запросит его статус");
            assertThat(run("findings", "--clear")).isEqualTo("замечания забыты");
            assertThat(run("findings")).isEqualTo("ничего нет");
            assertThat(run("payments", "--world", "nosuch"))
                    .startsWith("sandbox: неизвестный мир nosuch; известны: main");
            assertThat(run("decline", "404")).startsWith("sandbox: платежа 404 в мире main нет");
            assertThat(run("faults", "--on", "r1 qr creat", "--then", "http=503"))
                    .contains("метода «r1 qr creat» нет, и шаблон ни к чему не подходит");
            assertThat(run("clock", "--to", "noon")).startsWith("sandbox: at: требуется момент времени");
            assertThat(run("scenario", "play", "bank-slow")).contains("correct     Тайм-ауты больше времени");
            assertThat(Terminal.run(List.of("scenario", "list", "--lang", "ru")).out())
                    .contains("Медленный банк");
            assertThat(run("wait")).startsWith("работает: http://");
            assertThat(run("doctor"))
                    .contains("песочница: работает, управляющий API на порту", "merchant.cer: действует до");
        }
        assertThat(run("down")).startsWith("с домашним каталогом");
    }

    @Test
    void certificates_are_made_in_russian() throws IOException {
        assertThat(run("certs", "init")).contains("создано: kbs_root_ca", "готово: ");
        assertThat(run("certs", "crl")).startsWith("отозвано 1: ");
        assertThat(run("certs", "bad")).contains("подписан не центром банка");
        assertThat(run("certs", "revoke", "nobody")).startsWith("ошибка: неотозванного сертификата с таким именем");
        assertThat(run("certs", "renew", "nobody")).startsWith("ошибка: клиента 'nobody' в ");
        Path request = Files.writeString(home.resolve("certrequest.csr"), "none");
        assertThat(run("certs", "lint", request.toString()))
                .contains("ошибка  csr.readable: ", "создайте его командой openssl из приложения 2", "ошибок: 1");
        assertThat(run("certs", "revoke", "--serial", "zz"))
                .contains("серийный номер — до 40 шестнадцатеричных цифр, а указано «zz»");
        assertThat(run("certs", "--help")).contains("Примеры:", "Удостоверяющий центр песочницы");
    }

    /** The surroundings are asked in a process of its own alone. */
    @Test
    void the_surroundings_choose_a_language() throws IOException, InterruptedException {
        assertThat(error(Map.of("LC_ALL", "ru_RU.UTF-8"))).contains("укажите, что сделать");
        assertThat(error(Map.of("SANDBOX_LANG", "ru"))).contains("укажите, что сделать");
        assertThat(error(Map.of("SANDBOX_LANG", "en", "LC_ALL", "ru_RU.UTF-8"))).contains("say what to do");
        assertThat(error(Map.of("SANDBOX_LANG", "fr"))).contains("SANDBOX_LANG must be ru or en, but is 'fr'");
    }

    private String error(Map<String, String> variables) throws IOException, InterruptedException {
        Process process = CommandProcess.builder(home, List.of(), variables)
                .redirectErrorStream(true)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(printed).isEqualTo(2);
        return printed;
    }

    private String run(String... words) {
        List<String> line = new ArrayList<>(List.of(words));
        line.addAll(List.of("--home", home.toString(), "--lang", "ru"));
        Terminal.Result result = Terminal.run(line);
        return (result.out() + result.err()).strip();
    }

    private static Stream<CommandLine> commands(CommandLine command) {
        return Stream.concat(
                Stream.of(command), command.getSubcommands().values().stream().flatMap(RussianCommandsTest::commands));
    }
}
