package kz.paysandbox.emulator.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import kz.paysandbox.emulator.core.data.Bytes;
import org.junit.jupiter.api.Test;

class FormsTest {

    private static final String TYPE = "multipart/form-data; boundary=XyZ";

    @Test
    void readsAMultipartFormAsClientsWriteIt() {
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
    void aFileNameIsNotAFieldName() {
        String body = "--XyZ\r\nContent-Disposition: form-data; filename=\"x\"; name=\"a\"\r\n\r\n1\r\n--XyZ--";
        assertThat(Forms.multipart(TYPE, Bytes.utf8(body))).contains(Map.of("a", "1"));
    }

    @Test
    void whatIsCutOffOrHasNoBoundaryIsNoForm() {
        assertThat(Forms.multipart(TYPE, Bytes.utf8("--XyZ\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1")))
                .isEmpty();
        assertThat(Forms.multipart("multipart/form-data", Bytes.utf8("x"))).isEmpty();
    }

    @Test
    void readsAnEncodedForm() {
        assertThat(Forms.urlEncoded(Bytes.utf8("a=1&b=%D0%B4+2&c")))
                .containsEntry("b", "д 2")
                .containsEntry("c", "");
        assertThat(Forms.urlEncoded(Bytes.NONE)).isEmpty();
    }
}
