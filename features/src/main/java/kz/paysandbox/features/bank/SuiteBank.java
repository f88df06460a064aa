package kz.paysandbox.features.bank;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import kz.paysandbox.features.random.Randomness;
import kz.paysandbox.features.wire.Wire;

/**
 * A bank of the suite: where it is found, how it is called, and where its sentences and scenarios are. Whoever adds a
 * bank implements this and puts it into the list of banks.
 */
public interface SuiteBank {

    /** In lower case: the name of its folder of scenarios, and the beginning of its test stand's name. */
    String id();

    /** As reports call it. */
    String title();

    /** The package of its sentences. */
    String glue();

    /** What its sentences ask a target for. */
    Class<? extends BankSite> site();

    /** Domains of its production; a test host has {@code test} in its first label. */
    List<String> productionDomains();

    /** Names of fields whose values no report shows. */
    Set<String> secretFields();

    /** The settings that describe it as a custom target, as a sentence names them: {@code A and B}. */
    String addressSettings();

    /**
     * The bank's test stand.
     *
     * @throws IllegalArgumentException where settings are missing, or name production
     */
    BankAccess stand(Settings settings, ProductionHosts production);

    /**
     * Wherever the settings say.
     *
     * @return empty where they name no address of this bank
     * @throws IllegalArgumentException where settings are missing, or name production
     */
    Optional<BankAccess> custom(Settings settings, ProductionHosts production);

    /** What the emulator in this process is told for this bank's scenarios, by the emulator's names of settings. */
    Map<String, String> emulatorSettings();

    /** The bank in a world of a sandbox; lives as long as the world. */
    BankSite inWorld(SandboxWorld world);

    /**
     * Calls by the suite's own HTTP.
     *
     * @param between what stands between the suite and the bank; a test may change answers
     */
    BankDriver raw(UnaryOperator<Wire> between, Randomness random);

    /** Calls through the production adapters. */
    BankDriver adapter(Randomness random);

    /** The name of its test stand as a target. */
    default String standName() {
        return id() + "-test";
    }

    /** Its scenarios in the class path. */
    default String features() {
        return "classpath:features/" + id();
    }
}
