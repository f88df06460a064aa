package kz.paysandbox.emulator.cli.world;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import picocli.CommandLine.Command;

/** The customer scans. */
@Command(
        name = "scan",
        mixinStandardHelpOptions = true,
        description = "The customer scans the QR code, or follows the link.")
public final class ScanCommand extends CustomerActs {

    @Override
    List<String> acts(JsonNode payment) {
        return List.of("scan");
    }
}
