package kz.paysandbox.emulator.cli.start;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.paysandbox.emulator.Emulator;
import kz.paysandbox.emulator.EmulatorConfig;
import kz.paysandbox.emulator.core.bank.Site;

/** What the launcher prints once everything can answer: a warning, where things are, and a line to paste for each. */
public final class Banner {

    private Banner() {}

    public static List<String> lines(Emulator emulator) {
        EmulatorConfig config = emulator.config();
        Map<String, Integer> ports = emulator.ports();
        Site site = new Site(config.settings(), config.localHost(), ports, config.pki(), key -> Optional.empty());
        String control = "http://" + config.localHost() + ":" + ports.get("control");
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add(
                "kzpay-sandbox is up. FOR TESTS ONLY: no bank, no money; every certificate here is worthless elsewhere.");
        lines.add("");
        lines.add(
                emulator.hasWorlds()
                        ? "  world     " + emulator.world().name() + ", seed "
                                + emulator.world().seed() + ", level "
                                + config.settings().text("level")
                        : "  world     main, served by another node to which this one relays");
        lines.add("  page      " + control + "/"
                + emulator.controlToken()
                        .map(token -> "#token=" + URLEncoder.encode(token, StandardCharsets.UTF_8))
                        .orElse(""));
        lines.add("  pki       " + site.pki());
        emulator.controlToken()
                .ifPresent(token -> lines.addAll(List.of(
                        "  token     " + token + "  (control surface: Authorization: Bearer ...)", commands(config))));
        lines.addAll(otherMachines(config, ports));
        lines.add("");
        config.banks().stream()
                .flatMap(bank -> bank.banner(site).stream())
                .forEach(part -> section(lines, part.title(), part.url(), part.command()));
        section(
                lines,
                "Control",
                control + "/__sandbox",
                "curl"
                        + emulator.controlToken()
                                .map(token -> " -H 'Authorization: Bearer " + token + "'")
                                .orElse("") + " " + control
                        + "/__sandbox/world");
        lines.add("Settings for an application: ./sandbox env.   Stop: Ctrl-C.");
        lines.add("");
        return lines;
    }

    /** Where commands have the token from. */
    private static String commands(EmulatorConfig config) {
        String file = config.settings().text("control.token-file");
        if (config.controlToken().isPresent()) {
            return "  commands  take it from SANDBOX_CONTROL_TOKEN";
        }
        return file.isEmpty() ? "  commands  find it in control.token" : "  commands  take it by --token-file " + file;
    }

    /** Nothing where only this machine can call. */
    private static List<String> otherMachines(EmulatorConfig config, Map<String, Integer> ports) {
        if (config.isLoopback()) {
            return List.of();
        }
        List<String> lines = new ArrayList<>();
        lines.add(
                config.hosts().isEmpty()
                        ? "  others    start with --host NAME: the certificate has to be for the name that they call"
                        : "  others    https://" + config.hosts().get(0) + ":"
                                + ports.values().iterator().next() + " and so on, with ca-bundle.pem");
        config.banks().stream()
                .flatMap(bank -> bank.remoteNotes(config.settings()).stream())
                .forEach(note -> lines.add("            " + note));
        return lines;
    }

    private static void section(List<String> lines, String name, String url, String command) {
        lines.add("  " + name + "  " + url);
        lines.add("    " + command);
        lines.add("");
    }
}
