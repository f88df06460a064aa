package kz.paysandbox.emulator.control;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import kz.paysandbox.emulator.control.call.ControlContext;
import kz.paysandbox.emulator.core.data.Bytes;
import kz.paysandbox.emulator.core.desk.BankDesk;
import kz.paysandbox.emulator.core.settings.Complaint;
import kz.paysandbox.emulator.http.Reply;

/** The descriptions of calls for programs, by OpenAPI 3.1; each is read whenever it is asked for. */
final class OpenApiDocument {

    private static final String TYPE = "application/yaml";
    private static final String ENDING = ".yaml";

    private OpenApiDocument() {}

    /** That of the control surface itself. */
    static Reply control() {
        return read(Objects.requireNonNull(OpenApiDocument.class.getResource("openapi/control.yaml")));
    }

    /**
     * That of a bank.
     *
     * @param name the bank's, with its ending
     */
    static Reply ofBank(ControlContext context, String name) {
        return described(context)
                .filter(bank -> name.equals(bank.bank() + ENDING))
                .flatMap(bank -> bank.openApi().stream())
                .findFirst()
                .map(OpenApiDocument::read)
                .orElseGet(() ->
                        context.json().problem(404, "unknown", Complaint.unknown("document", name, names(context))));
    }

    private static Stream<BankDesk> described(ControlContext context) {
        return context.banks().stream().filter(bank -> bank.openApi().isPresent());
    }

    private static List<String> names(ControlContext context) {
        return Stream.concat(Stream.of("control"), described(context).map(BankDesk::bank))
                .map(name -> name + ENDING)
                .toList();
    }

    private static Reply read(URL document) {
        try (InputStream content = document.openStream()) {
            return Reply.bytes(200, TYPE, Bytes.wrap(content.readAllBytes()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
