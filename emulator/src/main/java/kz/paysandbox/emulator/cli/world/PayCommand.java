package kz.paysandbox.emulator.cli.world;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import picocli.CommandLine.Command;

/** The customer pays. */
@Command(
        name = "pay",
        mixinStandardHelpOptions = true,
        description = "The customer pays: scans where that is still to be done, and confirms.")
public final class PayCommand extends CustomerActs {

    @Override
    List<String> acts(JsonNode payment) {
        return isScannable(payment) ? List.of("scan", "confirm") : List.of("confirm");
    }

    private static boolean isScannable(JsonNode payment) {
        return payment.path("status").asText().equals("QrTokenCreated");
    }
}
