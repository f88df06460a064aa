package kz.paysandbox.emulator.cli.world;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import picocli.CommandLine.Command;

/** The customer declines. */
@Command(
        name = "decline",
        mixinStandardHelpOptions = true,
        description = "The customer declines, or rejects an invoice.")
public final class DeclineCommand extends CustomerActs {

    @Override
    List<String> acts(JsonNode payment) {
        return List.of("decline");
    }
}
