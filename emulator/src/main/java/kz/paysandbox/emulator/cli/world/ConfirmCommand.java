package kz.paysandbox.emulator.cli.world;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import picocli.CommandLine.Command;

/** The customer confirms. */
@Command(name = "confirm", mixinStandardHelpOptions = true, description = "The customer confirms, or pays an invoice.")
public final class ConfirmCommand extends CustomerActs {

    @Override
    List<String> acts(JsonNode payment) {
        return List.of("confirm");
    }
}
