package kz.paysandbox.emulator.cli.findings;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.paysandbox.certs.store.FileProblems;
import kz.paysandbox.emulator.cli.terminal.SettingsException;
import kz.paysandbox.emulator.core.settings.Complaint;

/**
 * Rules whose breaches somebody has decided to live with.
 *
 * @param reasons by rule
 */
public record AcceptedRules(Map<String, String> reasons) {

    /**
     * What was given: rules, and files of them.
     *
     * @param known every rule that there is
     * @throws SettingsException where a rule is unknown, or one of a file has no reason
     */
    public static AcceptedRules read(List<String> given, List<String> known) {
        Map<String, String> reasons = new LinkedHashMap<>();
        for (String text : given) {
            if (known.contains(text)) {
                reasons.put(text, "--accept");
            } else if (Files.isRegularFile(Path.of(text))) {
                reasons.putAll(file(Path.of(text), known));
            } else {
                throw new SettingsException("--accept: '" + text + "' is no file, and as a rule: "
                        + Complaint.unknown("rule", text, known).detail());
            }
        }
        return new AcceptedRules(reasons);
    }

    /** Why a rule is accepted; empty where it is not. */
    public Optional<String> reason(String rule) {
        return Optional.ofNullable(reasons.get(rule));
    }

    private static Map<String, String> file(Path file, List<String> known) {
        Map<String, String> reasons = new LinkedHashMap<>();
        List<String> lines = lines(file);
        for (int number = 1; number <= lines.size(); number++) {
            String line = lines.get(number - 1).strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            String[] parts = line.split("\\s+", 2);
            String place = "--accept: " + file + ", line " + number + ": ";
            if (!known.contains(parts[0])) {
                throw new SettingsException(
                        place + Complaint.unknown("rule", parts[0], known).detail());
            }
            if (parts.length == 1) {
                throw new SettingsException(place + "say after " + parts[0] + " why it is accepted");
            }
            reasons.put(parts[0], parts[1]);
        }
        return reasons;
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readString(file).replaceFirst("^\uFEFF", "").lines().toList();
        } catch (MalformedInputException notText) {
            throw new SettingsException("--accept: " + file + ": this is no UTF-8 text");
        } catch (IOException unreadable) {
            throw new SettingsException("--accept: " + FileProblems.of(unreadable));
        }
    }
}
