package kz.paysandbox.emulator.cli.world;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import kz.paysandbox.emulator.cli.terminal.ExitCode;
import kz.paysandbox.emulator.cli.terminal.SandboxClientCommand;
import kz.paysandbox.emulator.client.ControlClient;
import kz.paysandbox.emulator.client.SandboxRefusal;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The customer does something with one payment. */
abstract class CustomerActs extends SandboxClientCommand implements Callable<Integer> {

    @Parameters(paramLabel = "PAYMENT", defaultValue = "last", description = "Its id, or last. Default: last")
    private String payment = "last";

    @Option(names = "--phone", description = "Whose customer; decides what a confirmation leads to")
    private @Nullable String phone;

    /** What the customer does, in order; the words of the control surface's paths. */
    abstract List<String> acts(JsonNode payment);

    @Override
    public Integer call() {
        ControlClient client = sandbox().client();
        JsonNode found = client.get("/payments/" + (payment.equals("last") ? last(client) : payment));
        JsonNode now = found;
        for (String act : acts(found)) {
            now = client.post("/payments/" + found.path("id").asText() + "/" + act, body());
        }
        answers().one(now, List.of("id", "bank", "kind", "amount", "refunded", "status"));
        return ExitCode.OK;
    }

    private Map<String, String> body() {
        return phone == null ? Map.of() : Map.of("phone", phone);
    }

    private static String last(ControlClient client) {
        JsonNode payments = client.get("/payments?limit=1");
        if (payments.isEmpty()) {
            throw new SandboxRefusal(404, "there is no payment yet: the application under test creates it");
        }
        return payments.get(0).path("id").asText();
    }
}
