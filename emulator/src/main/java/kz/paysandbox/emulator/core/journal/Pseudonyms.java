package kz.paysandbox.emulator.core.journal;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import kz.paysandbox.emulator.core.memory.MemoryAccount;
import kz.paysandbox.emulator.core.memory.MemoryKind;
import kz.paysandbox.emulator.core.memory.WorldMemory;
import kz.paysandbox.emulator.core.secrets.StandIns;
import kz.paysandbox.emulator.core.state.ChangeSignal;
import kz.paysandbox.emulator.core.state.KeyedValues;
import kz.paysandbox.emulator.core.state.StateTable;

/**
 * Stand-ins for secrets, tokens and phones wherever exchanges are shown: the same value has the same name
 * ({@code device#3}) throughout a world, so one can follow it without seeing it. The values themselves are not kept.
 */
public final class Pseudonyms implements StandIns {

    private static final int MOST = 100_000;

    /** Bytes of a digest with its name. */
    private static final long NAME_BYTES = 200;

    private static final Pattern GIVEN = Pattern.compile("[a-z0-9]{2,10}#(\\d{1,6}|\\?)");

    /**
     * A name that was given.
     *
     * @param digest of the value that it stands for, a decimal number
     */
    public record Given(String digest, String name) {}

    private final ChangeSignal signal = new ChangeSignal();
    private final MemoryAccount account;
    private final Map<BigInteger, String> names = new HashMap<>();
    private final Map<String, Integer> counts = new HashMap<>();

    /** With as many as there may be. */
    public Pseudonyms() {
        this(WorldMemory.unbounded());
    }

    public Pseudonyms(WorldMemory memory) {
        this.account = memory.lasting(MemoryKind.RULES, () -> false);
    }

    @Override
    public String of(String kind, String value) {
        if (GIVEN.matcher(value).matches()) {
            return value;
        }
        BigInteger key = digest(kind + "\n" + value);
        return known(key).orElseGet(() -> account.take(NAME_BYTES) ? named(key, kind) : kind + "#?");
    }

    private synchronized Optional<String> known(BigInteger key) {
        return Optional.ofNullable(names.get(key));
    }

    private synchronized String named(BigInteger key, String kind) {
        String known = names.get(key);
        if (known != null || names.size() >= MOST) {
            account.give(NAME_BYTES);
            return known == null ? kind + "#?" : known;
        }
        String name = kind + "#" + counts.merge(kind, 1, Integer::sum);
        signal.changing(key);
        names.put(key, name);
        return name;
    }

    /** The names that were given, to be kept outside the process. */
    public StateTable<Given> table() {
        return StateTable.of(
                        "world.pseudonyms",
                        Given.class,
                        new KeyedValues<>(signal, this::find, this::keys, this::restore))
                .soon()
                .with(StateTable.Trait.HISTORY);
    }

    private synchronized Optional<Given> find(String key) {
        return Optional.ofNullable(names.get(new BigInteger(key))).map(name -> new Given(key, name));
    }

    private synchronized List<String> keys() {
        return names.keySet().stream().map(BigInteger::toString).toList();
    }

    private synchronized void restore(Given given) {
        account.keep(NAME_BYTES);
        names.put(new BigInteger(given.digest()), given.name());
        int sign = given.name().indexOf('#');
        counts.merge(
                given.name().substring(0, sign), Integer.parseInt(given.name().substring(sign + 1)), Math::max);
    }

    private static BigInteger digest(String text) {
        try {
            return new BigInteger(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
