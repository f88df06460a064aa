package kz.paysandbox.features.targets;

import java.nio.file.Path;
import kz.paysandbox.features.chance.Chance;

/** Turns the name of a target into the target. */
public final class Choice {

    private static final Path HOME = Path.of(".sandbox");

    private Choice() {}

    /**
     * Starts or finds a target.
     *
     * @throws IllegalArgumentException where there is none of that name, where settings are missing, or where the
     *     settings name the bank's production
     */
    public static Target of(String name, Setup setup, Chance chance) {
        return switch (name) {
            case "emulator" -> Targets.emulator(HOME.resolve("verify"), chance);
            case "sandbox" -> running(setup, chance);
            case "custom" -> BankTarget.custom(setup, chance);
            case "kaspi-test" -> BankTarget.kaspiTest(setup, chance);
            case "epay-test" -> BankTarget.epayTest(setup, chance);
            case "production" ->
                throw new IllegalArgumentException("the suite moves money and is never run against production");
            default ->
                throw new IllegalArgumentException(
                        "--target is emulator, sandbox, custom, kaspi-test or epay-test, not " + name);
        };
    }

    private static Target running(Setup setup, Chance chance) {
        Path home = setup.find("SANDBOX_HOME").map(Path::of).orElse(HOME);
        Path ports = setup.find("SANDBOX_PORTS_FILE").map(Path::of).orElseGet(() -> home.resolve("ports.json"));
        return Targets.sandbox(home, ports, setup.find("SANDBOX_HOST").orElse("127.0.0.1"), chance);
    }
}
