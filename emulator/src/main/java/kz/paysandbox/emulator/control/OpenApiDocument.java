package kz.paysandbox.emulator.control;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import kz.paysandbox.emulator.core.data.Bytes;
import kz.paysandbox.emulator.http.Reply;

/** The description of the control surface for programs, by OpenAPI 3.1; read whenever it is asked for. */
final class OpenApiDocument {

    private static final String TYPE = "application/yaml";

    private OpenApiDocument() {}

    static Reply control() {
        try (InputStream document = OpenApiDocument.class.getResourceAsStream("openapi/control.yaml")) {
            if (document == null) {
                throw new IllegalStateException("no resource openapi/control.yaml");
            }
            return Reply.bytes(200, TYPE, Bytes.wrap(document.readAllBytes()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
