package kz.paysandbox.emulator.cli.terminal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.StreamSupport;
import kz.paysandbox.emulator.language.Language;

/** What a scenario tried and could not do, in the progress that the control surface shows. */
public final class UndoneSteps {

    private UndoneSteps() {}

    /** What a table of steps shows. */
    public static List<String> columns(Language language) {
        return List.of("at", "what", "ok", language == Language.RU ? "problem_ru|problem" : "problem");
    }

    /** One line for each. */
    public static List<String> words(JsonNode progress) {
        return StreamSupport.stream(progress.path("done").spliterator(), false)
                .filter(entry -> !entry.path("ok").asBoolean())
                .map(entry -> entry.path("what").asText() + " could not be done: "
                        + entry.path("problem").asText())
                .toList();
    }

    public static int code(JsonNode progress) {
        return words(progress).isEmpty() ? ExitCode.OK : ExitCode.FAILED;
    }
}
