package kz.paysandbox.features.bank;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** All banks that a run knows, whether or not its target has them. */
public record SuiteBanks(List<SuiteBank> all) {

    public SuiteBanks {
        all = List.copyOf(all);
    }

    /** The packages of all sentences that are about one bank. */
    public List<String> glue() {
        return all.stream().map(SuiteBank::glue).toList();
    }

    /** All scenarios of the suite. */
    public List<String> features() {
        return all.stream().map(SuiteBank::features).toList();
    }

    /** The names of the test stands. */
    public List<String> standNames() {
        return all.stream().map(SuiteBank::standName).toList();
    }

    /** The bank whose test stand has this name. */
    public Optional<SuiteBank> ofStand(String name) {
        return all.stream().filter(bank -> bank.standName().equals(name)).findFirst();
    }

    /** The hosts that the suite never calls, of whichever bank. */
    public ProductionHosts production() {
        return new ProductionHosts(all.stream()
                .map(SuiteBank::productionDomains)
                .flatMap(Collection::stream)
                .toList());
    }

    /** Takes the secrets of all banks out of what is written down. */
    public Redaction redaction() {
        return new Redaction(all.stream()
                .map(SuiteBank::secretFields)
                .flatMap(Collection::stream)
                .toList());
    }

    /** The settings that describe any of them, for a message. */
    public String addressSettings() {
        return all.stream().map(SuiteBank::addressSettings).collect(Collectors.joining(", or "));
    }

    /** What the emulator in this process is told. */
    public Map<String, String> emulatorSettings() {
        Map<String, String> settings = new HashMap<>();
        all.forEach(bank -> settings.putAll(bank.emulatorSettings()));
        return settings;
    }

    /** Why a scenario is skipped where the bank with such sites is not to be had. */
    public String absence(Class<? extends BankSite> site) {
        return all.stream()
                        .filter(bank -> bank.site().equals(site))
                        .map(SuiteBank::title)
                        .findFirst()
                        .orElse("the bank")
                + " is not given there";
    }
}
