package kz.paysandbox.emulator.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageFilesTest {

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "br, gzip", "GZIP;q=0.5", "gzip; q=1.0", "*", "deflate, gzip;q=0.001"})
    void gzip_is_sent_to_who_takes_it(String accepted) {
        assertThat(PageFiles.takesGzip(accepted)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "br", "gzip;q=0", "gzip;q=0.000", "identity", "x-gzip-like"})
    void and_to_nobody_else(String accepted) {
        assertThat(PageFiles.takesGzip(accepted)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../page/PageFile.class",
                "index",
                "index.class",
                "lib/../lit-html.js",
                "lib/package.json",
                "/index.html",
                "lib//lit-html.js",
                "nothing.js",
                ""
            })
    void no_other_file_of_the_class_path_is_read(String name) {
        assertThat(PageFile.read(name)).isEmpty();
    }

    @Test
    void the_library_is_where_the_page_imports_it_from() {
        PageFile library = PageFile.read("lib/lit-html.js").orElseThrow();

        assertThat(library.plain().text()).contains("export{");
        assertThat(PageFile.read("lib/directives/repeat.js")
                        .orElseThrow()
                        .plain()
                        .text())
                .contains("from\"../lit-html.js\"");
        assertThat(library.isPacked()).isTrue();
    }

    @Test
    void what_gzip_makes_no_smaller_is_sent_as_it_is() {
        PageFile tiny = PageFile.of("text/plain", "a".getBytes(UTF_8));

        assertThat(tiny.isPacked()).isFalse();
        assertThat(tiny.body(true)).isEqualTo(tiny.body(false));
    }

    @Test
    void another_content_has_another_tag_and_so_has_its_compressed_form() {
        PageFile one = PageFile.of("text/plain", "a".getBytes(UTF_8));

        assertThat(one.etag(false)).matches("\"[0-9a-f]{32}\"").isNotEqualTo(one.etag(true));
        assertThat(one.etag(false))
                .isNotEqualTo(PageFile.of("text/plain", "b".getBytes(UTF_8)).etag(false));
    }
}
