package kz.paysandbox.emulator.http.bank;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.function.IntFunction;
import kz.paysandbox.emulator.core.Level;
import kz.paysandbox.emulator.core.WorldLimits;
import kz.paysandbox.emulator.core.net.OwnListeners;
import kz.paysandbox.emulator.core.settings.Settings;
import kz.paysandbox.emulator.core.state.Keeping;

/**
 * The configuration that a bank is started with.
 *
 * @param limits of one world, by how many times the memory of a plain payment one of the bank's takes
 * @param pki the folder of certificates and keys
 * @param random for what no world's seed decides
 * @param own what the bank never sends to
 * @param keeping what is waited for before anybody outside is told
 */
public record BankStart(
        Settings settings,
        Level level,
        IntFunction<WorldLimits> limits,
        Path pki,
        SecureRandom random,
        OwnListeners own,
        Keeping keeping) {}
