package kz.paysandbox.emulator.control.access;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import kz.paysandbox.emulator.core.World;
import kz.paysandbox.emulator.core.Worlds;
import kz.paysandbox.emulator.core.memory.MemoryKind;

/**
 * What the worlds of a token come to: those that were made with it, and the one that it is for. Bytes are added up at most
 * once in a twentieth of a second, so that a world may be a little over.
 */
public final class WorldQuotas {

    private static final long FRESH_NANOS = 50_000_000;

    private record Sum(long at, long bytes) {}

    private final TokenBook tokens;
    private final Worlds worlds;
    private final LongSupplier nanoTime;
    private final Map<String, Sum> sums = new ConcurrentHashMap<>();

    public WorldQuotas(TokenBook tokens, Worlds worlds, LongSupplier nanoTime) {
        this.tokens = tokens;
        this.worlds = worlds;
        this.nanoTime = nanoTime;
    }

    /** Why no further world may be made with a token; empty where one may. */
    public Optional<String> refusalOf(NamedToken token) {
        int most = token.quota().worlds().orElse(Integer.MAX_VALUE);
        long made =
                worlds.all().stream().filter(world -> isMadeWith(token, world)).count();
        if (made >= most) {
            return Optional.of("the token " + token.name() + " may have " + most
                    + " worlds at a time; delete those that are done");
        }
        return token.quota()
                .bytes()
                .filter(bytes -> held(token) >= bytes)
                .map(bytes -> "the worlds of the token " + token.name() + " may hold " + bytes
                        + " bytes, and do; reset or delete some");
    }

    /** Whether a world takes nothing more, since a token's worlds hold what they may. */
    public boolean isOver(World world) {
        if (!tokens.limitBytes()) {
            return false;
        }
        for (NamedToken token : tokens.all()) {
            if (token.quota().bytes().isPresent()
                    && isOf(token, world)
                    && recentlyHeld(token) >= token.quota().bytes().get()) {
                return true;
            }
        }
        return false;
    }

    private static boolean isMadeWith(NamedToken token, World world) {
        return world.spec().terms().owner().filter(token.name()::equals).isPresent();
    }

    private static boolean isOf(NamedToken token, World world) {
        return isMadeWith(token, world)
                || (token.scope().kind() == Scope.Kind.WORLD
                        && token.scope().world().equals(world.name()));
    }

    private long recentlyHeld(NamedToken token) {
        long now = nanoTime.getAsLong();
        Sum known = sums.get(token.name());
        if (known != null && now - known.at() < FRESH_NANOS) {
            return known.bytes();
        }
        Sum fresh = new Sum(now, held(token));
        sums.put(token.name(), fresh);
        sums.keySet().removeIf(name -> tokens.named(name).isEmpty());
        return fresh.bytes();
    }

    private long held(NamedToken token) {
        return worlds.all().stream()
                .filter(world -> isOf(token, world))
                .mapToLong(WorldQuotas::bytes)
                .sum();
    }

    private static long bytes(World world) {
        return world.journal().bytes()
                + Arrays.stream(MemoryKind.values())
                        .mapToLong(world.memory()::held)
                        .sum();
    }
}
