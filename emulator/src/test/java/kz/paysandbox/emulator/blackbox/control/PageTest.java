package kz.paysandbox.emulator.blackbox.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kz.paysandbox.emulator.blackbox.support.RawConnection;
import kz.paysandbox.emulator.blackbox.support.Sandbox;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page's files on the control surface's port: what a browser is told of them, and who gets them. */
class PageTest {

    private static final Path ASSETS =
            Path.of("src", "main", "resources", "kz", "paysandbox", "emulator", "page-assets");

    /** All that the page loads, as it goes over the wire. */
    private static final int MOST_BYTES = 150_000;

    private static final Pattern LENGTH = Pattern.compile("Content-Length: (\\d+)");

    private static final Pattern TAG = Pattern.compile("ETag: (\\S+)");

    @RegisterExtension
    static final Sandbox SANDBOX = Sandbox.with();

    @RegisterExtension
    static final Sandbox BOUND = Sandbox.with("bind", "0.0.0.0");

    @ParameterizedTest
    @ValueSource(strings = {"/", "/phone", "/phone/1234", "/?lang=ru", "/phone/"})
    void pages_may_load_nothing_from_elsewhere_and_run_no_script_of_their_own_text(String path) {
        String answer = get(path, "");

        assertThat(answer)
                .startsWith("HTTP/1.1 200 ")
                .contains(
                        "Content-Type: text/html",
                        "Content-Security-Policy: default-src 'self';",
                        "object-src 'none'",
                        "base-uri 'none'",
                        "form-action 'self'",
                        "frame-ancestors 'self'",
                        "X-Content-Type-Options: nosniff",
                        "Referrer-Policy: no-referrer")
                .doesNotContain("unsafe-inline", "unsafe-eval");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/assets/nothing.js",
                "/assets/..%2fpage%2fPageFile.class",
                "/assets/",
                "/assets/index.html",
                "/assets/phone.html",
                "/assets/page/PageFile.class",
                "/assets/lib/package.json"
            })
    void there_is_no_other_file(String path) {
        assertThat(get(path, "")).startsWith("HTTP/1.1 404 ").contains("application/problem+json");
    }

    @Test
    void a_file_that_is_known_is_not_sent_again() {
        String first = get("/assets/lib/lit-html.js", "");
        Matcher tag = TAG.matcher(first);

        assertThat(tag.find()).isTrue();
        assertThat(first).contains("Cache-Control: no-cache", "text/javascript");
        assertThat(get("/assets/lib/lit-html.js", "If-None-Match: \"other\", " + tag.group(1) + "\r\n"))
                .startsWith("HTTP/1.1 304 ")
                .contains("ETag: " + tag.group(1))
                .endsWith("\r\n\r\n");
        assertThat(get("/assets/lib/lit-html.js", "If-None-Match: \"other\"\r\n"))
                .startsWith("HTTP/1.1 200 ");
    }

    @Test
    void who_takes_gzip_gets_it_with_a_tag_of_its_own() {
        String plain = get("/assets/lib/lit-html.js", "");
        String packed = get("/assets/lib/lit-html.js", "Accept-Encoding: br, gzip\r\n");

        assertThat(packed).contains("Content-Encoding: gzip", "Vary: Accept-Encoding", "-gzip\"");
        assertThat(plain).doesNotContain("Content-Encoding");
        assertThat(packed.length()).isLessThan(plain.length() / 2 + 700);
    }

    @Test
    void all_of_it_is_small_on_the_wire() throws IOException {
        int bytes = 0;
        for (String name : names()) {
            String answer = get("/assets/" + name, "Accept-Encoding: gzip\r\n");
            assertThat(answer).as(name).startsWith("HTTP/1.1 200 ");
            Matcher length = LENGTH.matcher(answer);
            assertThat(length.find()).as(name).isTrue();
            bytes += Integer.parseInt(length.group(1));
        }
        assertThat(bytes).isLessThan(MOST_BYTES);
    }

    private static List<String> names() throws IOException {
        try (Stream<Path> files = Files.walk(ASSETS)) {
            return Stream.concat(
                            files.filter(Files::isRegularFile)
                                    .filter(file -> !file.toString().endsWith(".html"))
                                    .map(file ->
                                            ASSETS.relativize(file).toString().replace('\\', '/')),
                            Stream.of("lib/lit-html.js", "lib/directive.js", "lib/directives/repeat.js"))
                    .toList();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Host: elsewhere.example\r\n",
                "Host: localhost\r\nOrigin: https://elsewhere.example\r\n",
                "Host: localhost\r\nSec-Fetch-Site: cross-site\r\n"
            })
    void the_page_has_the_gate_of_every_call(String headers) {
        for (String path : List.of("/", "/phone", "/assets/lib/lit-html.js", "/assets/nothing.js")) {
            for (String method : List.of("GET", "HEAD", "POST")) {
                assertThat(ask(SANDBOX, method, path, headers)).as(path).startsWith("HTTP/1.1 403 ");
            }
        }
    }

    @Test
    void bound_to_the_network_its_files_need_no_token_and_what_they_show_does() {
        assertThat(ask(BOUND, "GET", "/phone", "Host: 192.168.7.5:8540\r\n")).startsWith("HTTP/1.1 200 ");
        assertThat(ask(BOUND, "GET", "/assets/lib/lit-html.js", "Host: 192.168.7.5:8540\r\n"))
                .startsWith("HTTP/1.1 200 ");
        assertThat(ask(BOUND, "GET", "/__sandbox/payments", "Host: 192.168.7.5:8540\r\n"))
                .startsWith("HTTP/1.1 403 ");
    }

    @Test
    void only_reading_is_possible() {
        assertThat(ask(SANDBOX, "POST", "/assets/lib/lit-html.js", "Host: localhost\r\n"))
                .startsWith("HTTP/1.1 405 ")
                .contains("Allow: GET");
        assertThat(ask(SANDBOX, "DELETE", "/phone/1", "Host: localhost\r\n")).startsWith("HTTP/1.1 405 ");
    }

    private static String get(String path, String headers) {
        return ask(SANDBOX, "GET", path, "Host: localhost\r\n" + headers);
    }

    private static String ask(Sandbox sandbox, String method, String path, String headers) {
        try (RawConnection connection = RawConnection.plain(sandbox.port("control"))) {
            return connection
                    .say(method + " " + path + " HTTP/1.1\r\n" + headers + "Connection: close\r\n\r\n")
                    .hearAll();
        }
    }
}
