package kz.paysandbox.emulator.scenario;

import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.paysandbox.emulator.core.Outcome;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

/** Reads a scenario from YAML or JSON, or says all that is wrong with it and where. */
public final class ScenarioReader {

    /** Characters of a scenario's text. */
    public static final int LONGEST = 65_536;

    private ScenarioReader() {}

    /** Judges the form alone. */
    public static Outcome<Scenario, List<Problem>> read(String text) {
        return read(text, FaultRules.NONE);
    }

    /** Judges what its faults can do, too. */
    public static Outcome<Scenario, List<Problem>> read(String text, FaultRules faults) {
        if (text.length() > LONGEST) {
            return refused(1, 1, "a scenario has at most " + LONGEST + " characters, this one has " + text.length());
        }
        Problems problems = new Problems(faults);
        try {
            Optional<Node> document = Optional.ofNullable(new Yaml(options()).compose(new StringReader(text)));
            if (document.isEmpty()) {
                return refused(1, 1, "the text is empty; a template comes from: sandbox scenario new NAME");
            }
            Map<String, Object> values = ScenarioShape.table(faults.banks()).read(document.get(), problems);
            ClearedFaults.check(document.get(), problems);
            return problems.isEmpty() ? Outcome.ok(Scenarios.of(values)) : Outcome.refused(problems.all());
        } catch (MarkedYAMLException malformed) {
            var mark = malformed.getProblemMark() == null ? malformed.getContextMark() : malformed.getProblemMark();
            return mark == null
                    ? refused(1, 1, String.valueOf(malformed.getProblem()))
                    : refused(mark.getLine() + 1, mark.getColumn() + 1, String.valueOf(malformed.getProblem()));
        } catch (YAMLException malformed) {
            return refused(1, 1, "neither YAML nor JSON: " + malformed.getMessage());
        }
    }

    private static Outcome<Scenario, List<Problem>> refused(int line, int column, String message) {
        return Outcome.refused(List.of(new Problem(line, column, message)));
    }

    private static LoaderOptions options() {
        LoaderOptions options = new LoaderOptions();
        options.setMaxAliasesForCollections(10);
        options.setNestingDepthLimit(20);
        options.setCodePointLimit(LONGEST);
        return options;
    }
}
