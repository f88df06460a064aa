package kz.paysandbox.emulator.scenario;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import kz.paysandbox.emulator.core.Outcome;
import kz.paysandbox.emulator.core.settings.Suggestion;
import kz.paysandbox.emulator.input.Mistake;

/** The source of a scenario by what a person typed: a name of the catalogue, or a file. */
public final class ScenarioSource {

    private static final long MOST_BYTES = 4L * ScenarioReader.LONGEST;

    private ScenarioSource() {}

    /** The scenario, or what is wrong in one text that is ready to be printed. */
    public static Outcome<ScenarioText, String> read(String nameOrFile, ScenarioCatalogue catalogue, BankFacts faults) {
        Optional<ScenarioText> known = catalogue.find(nameOrFile);
        if (known.isPresent()) {
            return Outcome.ok(known.get());
        }
        Path file = Path.of(nameOrFile);
        return Files.isRegularFile(file) ? file(file, faults) : Outcome.refused(neither(nameOrFile, catalogue));
    }

    /** The scenario in a file; mistakes begin with the file's name, as compilers print them. */
    public static Outcome<ScenarioText, String> file(Path file, BankFacts faults) {
        try {
            if (Files.size(file) > MOST_BYTES) {
                return Outcome.refused(file + ": a scenario has at most " + ScenarioReader.LONGEST + " characters");
            }
            return ScenarioText.of(Files.readString(file), faults)
                    .fold(Outcome::ok, mistakes -> Outcome.refused(lines(file, mistakes)));
        } catch (MalformedInputException notText) {
            return Outcome.refused(file + ": this is no UTF-8 text");
        } catch (NoSuchFileException missing) {
            return Outcome.refused(file + ": no such file");
        } catch (IOException unreadable) {
            return Outcome.refused(file + " cannot be read");
        }
    }

    private static String lines(Path file, List<Mistake> mistakes) {
        return mistakes.stream().map(mistake -> file + ", " + mistake).collect(Collectors.joining("\n"));
    }

    private static String neither(String text, ScenarioCatalogue catalogue) {
        List<String> names =
                catalogue.all().stream().map(known -> known.scenario().name()).toList();
        return "`" + text + "` is neither a scenario of the catalogue nor a file"
                + Suggestion.of(text, names)
                        .map(near -> ", did you mean `" + near + "`?")
                        .orElse("; sandbox scenario list shows the catalogue");
    }
}
