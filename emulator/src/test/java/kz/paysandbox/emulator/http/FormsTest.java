package kz.paysandbox.emulator.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import kz.paysandbox.emulator.core.data.Bytes;
import org.junit.jupiter.api.Test;

class FormsTest {

    private static final String TYPE = "multipart/form-data; boundary=XyZ";

    @Test
    void reads_a_multipart_form_as_clients_write_it() {
        String body = String.join(
                "\r\n",
                "--XyZ",
                "Content-Disposition: form-data; name=\"grant_type\"",
                "",
                "client_credentials",
                "--XyZ",
                "Content-Disposition: form-data; name=\"имя\"",
                "Content-Type: text/plain",
                "",
                "д",
                "в",
                "--XyZ--",
                "");
        assertThat(Forms.multipart(TYPE, Bytes.utf8(body)))
                .contains(Map.of("grant_type", "client_credentials", "имя", "д\r\nв"));
    }

    @Test
    void a_file_name_is_not_a_field_name() {
        String body = "--XyZ\r\nContent-Disposition: form-data; filename=\"x\"; name=\"a\"\r\n\r\n1\r\n--XyZ--";
        assertThat(Forms.multipart(TYPE, Bytes.utf8(body))).contains(Map.of("a", "1"));
    }

    @Test
    void what_is_cut_off_or_has_no_boundary_is_no_form() {
        assertThat(Forms.multipart(TYPE, Bytes.utf8("--XyZ\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1")))
                .isEmpty();
        assertThat(Forms.multipart("multipart/form-data", Bytes.utf8("x"))).isEmpty();
        assertThat(Forms.multipart("multipart/form-data; boundary=\"XyZ", Bytes.utf8("x")))
                .isEmpty();
    }

    @Test
    void a_boundary_ends_a_value_only_at_the_beginning_of_a_line() {
        String body = part("a", "1--XyZ 2") + "--XyZ--\r\n";
        assertThat(Forms.multipart(TYPE, Bytes.utf8(body))).contains(Map.of("a", "1--XyZ 2"));
    }

    @Test
    void a_form_of_no_parts_is_one_and_too_many_parts_are_none() {
        assertThat(Forms.multipart(TYPE, Bytes.utf8("--XyZ--\r\n"))).contains(Map.of());
        assertThat(Forms.multipart(TYPE, Bytes.utf8(part("a", "1").repeat(100) + "--XyZ--\r\n")))
                .contains(Map.of("a", "1"));
        assertThat(Forms.multipart(TYPE, Bytes.utf8(part("a", "1").repeat(101) + "--XyZ--\r\n")))
                .isEmpty();
    }

    @Test
    void a_part_without_a_name_is_no_field() {
        String body = "--XyZ\r\nContent-Type: text/plain\r\n\r\n1\r\n" + part("a", "") + "--XyZ--\r\n";
        assertThat(Forms.multipart(TYPE, Bytes.utf8(body))).contains(Map.of("a", ""));
    }

    @Test
    void a_boundary_may_stand_in_quotes_and_be_anything_but_long() {
        String body = part("a", "1") + "--XyZ--\r\n";
        assertThat(Forms.multipart("multipart/form-data; boundary=\"XyZ\"; charset=utf-8", Bytes.utf8(body)))
                .contains(Map.of("a", "1"));
        assertThat(Forms.multipart("multipart/form-data; boundary=" + "X".repeat(71), Bytes.utf8(body)))
                .isEmpty();
        assertThat(Forms.multipart("multipart/form-data; boundary=", Bytes.utf8(body)))
                .isEmpty();
    }

    @Test
    void the_head_of_a_part_has_its_length() {
        assertThat(Forms.multipart(TYPE, Bytes.utf8(part("a".repeat(9_000), "1") + "--XyZ--\r\n")))
                .isEmpty();
    }

    private static String part(String name, String value) {
        return "--XyZ\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
    }

    @Test
    void reads_an_encoded_form() {
        assertThat(Forms.urlEncoded(Bytes.utf8("a=1&b=%D0%B4+2&c")))
                .containsEntry("b", "д 2")
                .containsEntry("c", "");
        assertThat(Forms.urlEncoded(Bytes.NONE)).isEmpty();
    }
}
