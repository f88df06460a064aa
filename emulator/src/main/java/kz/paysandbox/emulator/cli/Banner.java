package kz.paysandbox.emulator.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kz.paysandbox.emulator.Emulator;
import kz.paysandbox.emulator.EmulatorConfig;
import kz.paysandbox.emulator.epay.EpayWorld;
import kz.paysandbox.emulator.kaspi.KaspiWorld;

/** What the launcher prints once everything can answer: a warning, where things are, and a line to paste for each. */
final class Banner {

    private Banner() {}

    static List<String> lines(Emulator emulator) {
        EmulatorConfig config = emulator.config();
        Map<String, Integer> ports = emulator.ports();
        Path pki = config.pki().toAbsolutePath().normalize();
        String curl = "curl --cacert '" + pki.resolve("ca-bundle.pem") + "'";
        String mutual = curl + " --cert '" + pki.resolve("merchant.cer") + "' --key '" + pki.resolve("merchant.key")
                + "' --pass \"$(cat '" + pki.resolve("merchant.password") + "')\"";
        String control = "http://" + host(config) + ":" + ports.get("control");
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add(
                "kzpay-sandbox is up. FOR TESTS ONLY: no bank, no money; every certificate here is worthless elsewhere.");
        lines.add("");
        lines.add("  world     " + emulator.world().name() + ", seed "
                + emulator.world().seed() + ", level " + config.settings().text("level"));
        lines.add("  pki       " + pki);
        emulator.controlToken()
                .ifPresent(token -> lines.add("  token     " + token
                        + "  (control surface: Authorization: Bearer ...; commands find it in control.token)"));
        lines.addAll(otherMachines(config, ports));
        lines.add("");
        section(
                lines,
                "Kaspi r1",
                url(config, ports, "kaspi-r1") + "/r1/v01",
                curl + " -H 'Api-Key: "
                        + config.settings().text("kaspi.api-key").replace("'", "'\\''") + "' "
                        + url(config, ports, "kaspi-r1") + "/r1/v01/partner/tradepoints");
        section(
                lines,
                "Kaspi r2",
                url(config, ports, "kaspi-r2") + "/r2/v01",
                mutual + " " + url(config, ports, "kaspi-r2") + "/r2/v01/partner/tradepoints");
        section(
                lines,
                "Kaspi r3",
                url(config, ports, "kaspi-r3") + "/r3/v01",
                mutual + " " + url(config, ports, "kaspi-r3") + "/r3/v01/partner/tradepoints/" + KaspiWorld.FIRST_BIN);
        Map<String, String> shop = EpayWorld.mainCredentials();
        section(
                lines,
                "Halyk ePay",
                url(config, ports, "epay"),
                curl + " -d grant_type=client_credentials -d scope=payment -d client_id=" + shop.get("epay.client-id")
                        + " -d client_secret=" + shop.get("epay.client-secret") + " -d terminal="
                        + shop.get("epay.terminal") + " " + url(config, ports, "epay") + "/oauth2/token");
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

    /** Nothing where only this machine can call. */
    private static List<String> otherMachines(EmulatorConfig config, Map<String, Integer> ports) {
        if (config.isLoopback()) {
            return List.of();
        }
        List<String> lines = new ArrayList<>();
        lines.add(
                config.hosts().isEmpty()
                        ? "  others    start with --host NAME: the certificate has to be for the name that they call"
                        : "  others    https://" + config.hosts().get(0) + ":" + ports.get("kaspi-r1")
                                + " and so on, with ca-bundle.pem");
        lines.add("            r3 answers " + config.settings().text("kaspi.r3.allow")
                + " only: --set kaspi.r3.allow=… names more");
        return lines;
    }

    private static void section(List<String> lines, String name, String url, String command) {
        lines.add("  " + name + "  " + url);
        lines.add("    " + command);
        lines.add("");
    }

    private static String url(EmulatorConfig config, Map<String, Integer> ports, String listener) {
        return "https://" + host(config) + ":" + ports.get(listener);
    }

    private static String host(EmulatorConfig config) {
        return config.localHost();
    }
}
