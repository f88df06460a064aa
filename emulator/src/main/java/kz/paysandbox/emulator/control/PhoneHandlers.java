package kz.paysandbox.emulator.control;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import kz.paysandbox.emulator.control.call.ControlCall;
import kz.paysandbox.emulator.control.call.ControlContext;
import kz.paysandbox.emulator.core.Outcome;
import kz.paysandbox.emulator.core.settings.Complaint;
import kz.paysandbox.emulator.http.Reply;
import kz.paysandbox.emulator.input.JudgedText;
import kz.paysandbox.emulator.input.Table;

/** The way onto the page for a real phone: the address of the customer's phone, to be scanned. */
final class PhoneHandlers {

    private static final String BEARER = "Bearer ";

    private final ControlContext context;

    PhoneHandlers(ControlContext context) {
        this.context = context;
    }

    /** The parameters of {@link #svg}. */
    Table query() {
        return new Table().optional("payment", new JudgedText(PhoneHandlers::id), "With one payment open");
    }

    private static Outcome<String, Complaint> id(String text) {
        return text.matches("[A-Za-z0-9-]{1,64}")
                ? Outcome.ok(text)
                : Outcome.refused(Complaint.of("payment must be the id of a payment"));
    }

    /** The QR code of the address by which the caller came, with the token that the caller sent. */
    Reply svg(ControlCall call) {
        String host = call.call().header("Host").orElse("");
        if (!host.matches("[A-Za-z0-9.:\\[\\]-]{1,260}")) {
            return context.json().problem(400, "invalid", "the header Host must name this server");
        }
        String payment = call.query().text("payment").map(id -> "/" + id).orElse("");
        String token = token(call).map(known -> "#token=" + encoded(known)).orElse("");
        return QrImage.of("http://" + host + "/phone" + payment + "?world="
                        + encoded(call.world().name()) + token)
                .svg();
    }

    /** It stands behind the hash, which browsers do not send. */
    private static Optional<String> token(ControlCall call) {
        return call.call()
                .header("Authorization")
                .filter(value -> value.startsWith(BEARER))
                .map(value -> value.substring(BEARER.length()));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
