package kz.paysandbox.emulator.boot;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import kz.paysandbox.emulator.core.Credentials;
import kz.paysandbox.emulator.core.Outcome;
import kz.paysandbox.emulator.core.World;
import kz.paysandbox.emulator.core.WorldSpec;
import kz.paysandbox.emulator.core.Worlds;
import kz.paysandbox.emulator.core.data.Bytes;
import kz.paysandbox.emulator.core.desk.ArchiveDesk;
import kz.paysandbox.emulator.core.desk.Conflict;
import kz.paysandbox.emulator.core.state.Reference;
import kz.paysandbox.emulator.store.StoreException;
import kz.paysandbox.emulator.store.StoreKey;
import kz.paysandbox.emulator.store.WorldFile;

/** Worlds as files; what is needed for them is loaded with the first one. */
final class WorldFiles implements ArchiveDesk {

    private final Worlds worlds;
    private final Supplier<Credentials> freshCredentials;
    private final Path homeKey;
    private final SecureRandom random;

    /**
     * @param homeKey file of the key that is used where none is named; made where it is not there
     */
    WorldFiles(Worlds worlds, Supplier<Credentials> freshCredentials, Path homeKey, SecureRandom random) {
        this.worlds = worlds;
        this.freshCredentials = freshCredentials;
        this.homeKey = homeKey;
        this.random = random;
    }

    @Override
    public Outcome<Bytes, Conflict> exported(World world, Optional<String> key) {
        return tried(() -> Outcome.ok(file().write(world, key(key))));
    }

    @Override
    public Outcome<World, Conflict> imported(Bytes file, Import how, Optional<String> key) {
        return tried(() -> {
            WorldFile files = file();
            WorldFile.Contents contents = files.read(file, key(key));
            WorldSpec spec = contents.spec();
            String name = how.name().orElse(spec.name());
            return how.replaces() && worlds.named(name).isPresent()
                    ? replaced(files, contents, name)
                    : made(files, contents, name, how.owner());
        });
    }

    private Outcome<World, Conflict> made(
            WorldFile files, WorldFile.Contents contents, String name, Optional<String> owner) {
        WorldSpec spec = contents.spec();
        boolean own = spec.credentials().values().values().stream()
                .noneMatch(value -> worlds.holding(value).isPresent());
        WorldSpec wanted = new WorldSpec(
                name,
                spec.seed(),
                spec.frozenAt(),
                own ? spec.credentials() : freshCredentials.get(),
                new WorldSpec.Terms(owner, Optional.empty()));
        return resumed(worlds.create(wanted, world -> files.fill(world, contents, own)));
    }

    private Outcome<World, Conflict> replaced(WorldFile files, WorldFile.Contents contents, String name) {
        WorldSpec spec = contents.spec();
        boolean own = worlds.named(name)
                .filter(present -> present.credentials().equals(spec.credentials()))
                .isPresent();
        return resumed(worlds.replace(name, spec.seed(), spec.frozenAt(), world -> files.fill(world, contents, own)));
    }

    private static Outcome<World, Conflict> resumed(Outcome<World, Worlds.Refusal> outcome) {
        return outcome.fold(
                world -> {
                    world.timeline().resume();
                    return Outcome.ok(world);
                },
                refusal -> Outcome.refused(
                        switch (refusal) {
                            case NAME_TAKEN ->
                                Conflict.state(
                                        "there is a world of this name: name another with --as, or put it in its place"
                                                + " with --replace",
                                        "taken");
                            case NAME_MALFORMED ->
                                Conflict.invalid(
                                        "a name has 1 to 64 Latin letters, digits, '.', '_' or '-', the first no"
                                                + " sign");
                            case TOO_MANY ->
                                new Conflict(
                                        Conflict.Kind.FULL,
                                        "limits.worlds is reached; delete worlds that are done",
                                        "");
                            case CREDENTIAL_TAKEN, UNKNOWN, MAIN_STAYS ->
                                Conflict.state("the worlds changed meanwhile; try again", "changed");
                        }));
    }

    private WorldFile file() {
        List<Reference<?>> references = worlds.main().state().references();
        return new WorldFile(references);
    }

    private StoreKey key(Optional<String> digits) {
        return digits.map(named -> StoreKey.ofDigits(named, random)).orElseGet(() -> StoreKey.of(homeKey, random));
    }

    private static <T> Outcome<T, Conflict> tried(Supplier<Outcome<T, Conflict>> work) {
        try {
            return work.get();
        } catch (StoreException unusable) {
            return Outcome.refused(Conflict.invalid(String.valueOf(unusable.getMessage())));
        }
    }
}
